// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.names;

import io.postwatch.bench.names.LabelledPost.Name;
import io.postwatch.enrich.names.FeatureExtractor;
import io.postwatch.schema.EntityType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The labelled posts to learn from, each set with its weight. */
final class TrainingPosts {
  private static final float PEOPLE = 1;
  private static final float MACHINE = 1;

  /** Sentences of an encyclopaedia: the same names, in other company. */
  private static final float PROSE = 0.5f;

  /** So many, and so alike, that they would otherwise outweigh the others. */
  private static final float PLACES = 0.5f;

  private final Path names;
  private final FeatureExtractor extractor;
  private final List<Example> examples = new ArrayList<>();

  private TrainingPosts(Path names, FeatureExtractor extractor) {
    this.names = names;
    this.extractor = extractor;
  }

  static List<Example> read(Path names, FeatureExtractor extractor) throws IOException {
    TrainingPosts posts = new TrainingPosts(names, extractor);
    posts.add(Conll.read(names.resolve("btc-nh-train.conll")), PEOPLE);
    posts.add(Conll.read(names.resolve("wnut17-train.conll")), PEOPLE);
    posts.add(Conll.read(names.resolve("tweebank-train.conll")), PEOPLE);
    posts.add(Conll.read(names.resolve("wikigold-train.conll")), PROSE);
    posts.addPlacesAndMachine();
    return posts.examples;
  }

  private void add(List<LabelledPost> posts, float weight) {
    for (LabelledPost post : posts) {
      examples.add(Example.of(post, extractor, weight));
    }
  }

  /**
   * The machine labelled the posts of the set of places first, in their order: people's places
   * replace its own there.
   */
  private void addPlacesAndMachine() throws IOException {
    List<LabelledPost> places = Conll.read(names.resolve("idrisi-train.conll"));
    List<LabelledPost> machine = Conll.read(names.resolve("machine-labelled-tweets.conll"));
    List<LabelledPost> both = new ArrayList<>();
    List<LabelledPost> rest = new ArrayList<>();
    for (int i = 0; i < machine.size(); i++) {
      if (i >= places.size()) {
        rest.add(machine.get(i));
      } else if (!HeldOut.contains(places.get(i))) {
        both.add(joined(places.get(i), machine.get(i)));
      }
    }
    add(both, PLACES);
    add(rest, MACHINE);
  }

  private static LabelledPost joined(LabelledPost places, LabelledPost machine) {
    if (!places.text().equals(machine.text())) {
      throw new IllegalArgumentException("expected the same post: " + machine.text());
    }
    List<Name> names = new ArrayList<>(places.names());
    for (Name name : machine.names()) {
      boolean free =
          places.names().stream()
              .noneMatch(place -> place.at() < name.until() && name.at() < place.until());
      if (free && name.type() != EntityType.LOCATION) {
        names.add(name);
      }
    }
    names.sort(Comparator.comparingInt(Name::at));
    return new LabelledPost(places.text(), names);
  }
}

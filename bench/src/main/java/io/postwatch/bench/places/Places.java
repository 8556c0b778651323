// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.places;

import io.postwatch.bench.Corpus;
import io.postwatch.bench.Stopwatch;
import io.postwatch.bench.annotate.TweetTexts;
import io.postwatch.bench.names.HeldOut;
import io.postwatch.enrich.gazetteer.Gazetteer;
import io.postwatch.enrich.names.EntityFinder;
import io.postwatch.enrich.names.Organizations;
import io.postwatch.enrich.places.PlaceContext;
import io.postwatch.enrich.places.PlaceFinder;
import io.postwatch.enrich.places.Weights;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.schema.PlaceMention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Scores the finding and placing of places on news and tweets, and learns its weights. */
final class Places {
  private static final int LIMIT = 100_000;
  private static final int ROUNDS = 9;

  private Places() {}

  public static void main(String[] args) throws Exception {
    List<String> options = Arrays.asList(args);
    Corpus corpus = Corpus.of(args);
    Organizations bodies = new Organizations();
    List<String> others = bodies.names();
    Gazetteer gazetteer = Gazetteer.load();
    Map<String, List<GoldText>> sets = sets(corpus, new EntityFinder(bodies));
    Weights weights = Weights.load();
    if (options.contains("--learn")) {
      boolean all = options.contains("--all");
      List<List<GoldText>> halves =
          sets.values().stream()
              .map(set -> set.stream().filter(text -> all || text.isForLearning()).toList())
              .toList();
      weights = new PlaceLearner(gazetteer, others).learn(halves, weights);
      Path table =
          Path.of(System.getProperty("postwatch.home", "."))
              .resolve("enrich/src/main/resources/io/postwatch/enrich/places/weights.tsv");
      Files.writeString(
          table,
          "# Learned by bench/places --learn.\n# part\tfeature\tweight\n"
              + PlaceLearner.table(weights));
    }
    PlaceFinder finder = PlaceFinder.with(gazetteer, weights, others);
    sets.forEach((name, texts) -> score(finder, name, texts, options.contains("--errors")));
    if (!options.contains("--quick")) {
      speed(finder, corpus);
    }
  }

  private static Map<String, List<GoldText>> sets(Corpus corpus, EntityFinder names)
      throws IOException {
    Map<String, List<GoldText>> sets = new LinkedHashMap<>();
    for (String news : List.of("trnews", "lgl")) {
      sets.put(news, GoldText.news(corpus, news).stream().map(t -> t.tagged(names)).toList());
    }
    // The tagger knows all but a tenth of the tweets by heart.
    List<GoldText> tweets = GoldText.tweets(corpus, "idrisi-train");
    sets.put("idrisi", tweets.stream().filter(t -> !HeldOut.contains(t.post().text())).toList());
    sets.put(
        "idrisi, apart from the tagger's",
        tweets.stream()
            .filter(t -> HeldOut.contains(t.post().text()))
            .map(t -> t.tagged(names))
            .toList());
    return sets;
  }

  private static void score(PlaceFinder finder, String name, List<GoldText> texts, boolean errors) {
    PlaceScore all = new PlaceScore();
    PlaceScore apart = new PlaceScore();
    Calibration calibration = new Calibration();
    for (GoldText text : texts) {
      List<PlaceMention> found =
          finder.find(List.of(text.post()), text.tags(), PlaceContext.NONE, LIMIT).get(0);
      all.add(text.places(), found);
      if (!text.isForLearning()) {
        apart.add(text.places(), found);
        calibration.add(text.places(), found);
      }
      if (errors && text.isForLearning()) {
        PlaceErrors.print(name, text, found);
      }
    }
    System.out.println(name + ", all:   " + all);
    System.out.println(name + ", apart: " + apart);
    if (texts.get(0).isPlaced()) {
      System.out.print(calibration);
    }
  }

  private static void speed(PlaceFinder finder, Corpus corpus) throws Exception {
    List<PostText> posts = TweetTexts.of(corpus, "btc-nh-dev").stream().map(PostText::of).toList();
    double seconds =
        Stopwatch.cpuSeconds(
            ROUNDS,
            List.of(() -> posts.forEach(post -> finder.find(post, PlaceContext.NONE, 200))))[0];
    System.out.printf(
        Locale.ROOT,
        "%.1f us a post, %,.0f posts a CPU-second%n",
        1e6 * seconds / posts.size(),
        posts.size() / seconds);
  }
}

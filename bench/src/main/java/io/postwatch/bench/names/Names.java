// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.names;

import io.postwatch.bench.Corpus;
import io.postwatch.bench.names.LabelledPost.Name;
import io.postwatch.enrich.Annotator;
import io.postwatch.enrich.names.NameTagger;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.schema.Entity;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Scores the tagger of names on labelled posts that it did not learn from, and times it. */
public final class Names {
  private static final int MOST = 1000;
  private static final double SECONDS = 4;

  private Names() {}

  /** Takes a directory of labelled data; {@code --errors} lists what is wrong. */
  public static void main(String[] args) throws IOException {
    Path names = Corpus.of(args).require("names");
    PrintStream errors = Arrays.asList(args).contains("--errors") ? System.out : null;
    NameTagger tagger = NameTagger.load();
    System.out.println("The tagger:");
    NameSets.report(names, errors, text -> names(text, tagger.tag(PostText.of(text), MOST)));
    System.out.println("With lists and the gazetteer, as annotate gives them:");
    Annotator annotator = Annotator.withDefaults();
    NameSets.report(names, null, text -> names(text, annotator.annotate(text).entities()));
    speed(tagger, Conll.read(names.resolve("btc-nh-dev.conll")));
  }

  static List<Name> names(String text, List<Entity> entities) {
    return entities.stream().map(entity -> name(text, entity)).toList();
  }

  private static Name name(String text, Entity entity) {
    return new Name(
        entity.getType(),
        text.offsetByCodePoints(0, entity.getStart()),
        text.offsetByCodePoints(0, entity.getEnd()));
  }

  private static void speed(NameTagger tagger, List<LabelledPost> posts) {
    List<PostText> split = posts.stream().map(post -> PostText.of(post.text())).toList();
    perSecond(split, tagger);
    System.out.printf(
        "%.0f posts a second of processor time, split into words before%n",
        perSecond(split, tagger));
  }

  private static double perSecond(List<PostText> posts, NameTagger tagger) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    long tagged = 0;
    double taken = 0;
    while (taken < SECONDS) {
      for (PostText post : posts) {
        tagger.tag(post, MOST);
      }
      tagged += posts.size();
      taken = (threads.getCurrentThreadCpuTime() - start) / 1e9;
    }
    return tagged / taken;
  }
}

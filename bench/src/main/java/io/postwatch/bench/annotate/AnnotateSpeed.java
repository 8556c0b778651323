// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.annotate;

import io.postwatch.bench.Corpus;
import io.postwatch.bench.Stopwatch;
import io.postwatch.enrich.Annotator;
import io.postwatch.enrich.figures.FigureFinder;
import io.postwatch.enrich.language.LanguageFinder;
import io.postwatch.enrich.names.NameTagger;
import io.postwatch.enrich.names.Organizations;
import io.postwatch.enrich.places.PlaceContext;
import io.postwatch.enrich.places.PlaceFinder;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.topics.TopicFinder;
import io.postwatch.enrich.topics.TopicsFile;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** How many posts a CPU-second the parts of {@code annotate}, and the whole, take. */
final class AnnotateSpeed {
  private static final int ROUNDS = 9;
  private static final int LIMIT = 200;

  private AnnotateSpeed() {}

  public static void main(String[] args) throws Exception {
    List<String> texts = TweetTexts.of(Corpus.of(args), "btc-nh-dev");
    long start = System.nanoTime();
    Annotator annotator = Annotator.withDefaults();
    double loading = (System.nanoTime() - start) / 1e9;

    Map<String, Stopwatch.Work> works = new LinkedHashMap<>();
    works.put("tokens", () -> texts.forEach(PostText::of));
    List<PostText> posts = texts.stream().map(PostText::of).toList();
    LanguageFinder languages = LanguageFinder.load();
    works.put("language", each(posts, languages::find));
    NameTagger names = NameTagger.load();
    works.put("names", each(posts, post -> names.tag(post, LIMIT)));
    PlaceFinder places = PlaceFinder.withDefaults(new Organizations().names());
    works.put("places", each(posts, post -> places.find(post, PlaceContext.NONE, LIMIT)));
    TopicFinder topics = new TopicFinder(TopicsFile.defaults());
    works.put("topics", each(posts, post -> topics.find(post, List.of(), LIMIT)));
    TopicFinder more = new TopicFinder(ManyPatterns.with(1000, texts));
    works.put("topics, 1,000 more", each(posts, post -> more.find(post, List.of(), LIMIT)));
    FigureFinder figures = new FigureFinder();
    works.put("figures", each(posts, post -> figures.find(post, LIMIT)));
    works.put("annotate, all of it", () -> texts.forEach(annotator::annotate));

    double[] seconds = Stopwatch.cpuSeconds(ROUNDS, new ArrayList<>(works.values()));
    System.out.printf(
        Locale.ROOT,
        "%d posts of %.0f characters on average; loading took %.2f s%n",
        texts.size(),
        texts.stream().mapToInt(String::length).average().orElse(0),
        loading);
    int i = 0;
    for (String part : works.keySet()) {
      double each = seconds[i++] / texts.size();
      System.out.printf(
          Locale.ROOT,
          "%-20s %6.1f us a post, %,9.0f posts a CPU-second%n",
          part,
          each * 1e6,
          1 / each);
    }
    once(TweetTexts.of(Corpus.of(args), "machine-labelled-tweets"), annotator);
    System.gc();
    System.out.printf(
        Locale.ROOT,
        "heap in use after a collection: %d MB, of %d MB allowed%n",
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20,
        Runtime.getRuntime().maxMemory() >> 20);
  }

  /** Posts met once, as in a stream, so that the rarer words are in no cache. */
  private static void once(List<String> texts, Annotator annotator) {
    int half = texts.size() / 2;
    texts.subList(0, half).forEach(annotator::annotate);
    List<String> fresh = texts.subList(half, texts.size());
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    fresh.forEach(annotator::annotate);
    double each = (threads.getCurrentThreadCpuTime() - start) / 1e9 / fresh.size();
    System.out.printf(
        Locale.ROOT,
        "%d posts of %.0f characters, each once: %.1f us a post, %,.0f posts a CPU-second%n",
        fresh.size(),
        fresh.stream().mapToInt(String::length).average().orElse(0),
        each * 1e6,
        1 / each);
  }

  private static Stopwatch.Work each(List<PostText> posts, Consumer<PostText> part) {
    return () -> posts.forEach(part);
  }
}

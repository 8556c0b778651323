// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench;

import io.postwatch.bench.PageScore.Hit;
import io.postwatch.schema.EmbeddedPost;
import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Adds up the scores of pages and prints them as a table. */
final class PagesReport {
  private final Collection<PageScore> scores;
  private final PrintStream out;

  PagesReport(Collection<PageScore> scores, PrintStream out) {
    this.scores = scores;
    this.out = out;
  }

  void print() {
    out.printf("%-24s %11s %11s%n", "POSTS, BY ID", "PRECISION", "RECALL");
    line("x", platform -> platform.equals("x"));
    line("other platforms", platform -> !platform.equals("x"));
    for (String platform : platforms()) {
      if (!platform.equals("x")) {
        line("  " + platform, platform::equals);
      }
    }
    out.printf("%n%-24s %23s%n", "BY SHAPE", "RECALL");
    gold().map(GoldPost::shape).distinct().sorted().forEach(this::shape);
    out.printf("%n%-24s %23s%n", "FACTS OF POSTS FOUND", "RIGHT");
    fact("handle", hit -> !hit.gold().handle().isEmpty(), Hit::hasRightHandle);
    fact("day, where shown", hit -> hit.gold().day().isPresent(), Hit::hasRightDay);
    fact("text, where on the page", hit -> hit.gold().hasText(), Hit::hasText);
  }

  private Stream<Hit> hits() {
    return scores.stream().flatMap(score -> score.hits().stream());
  }

  private Stream<EmbeddedPost> wrong() {
    return scores.stream().flatMap(score -> score.wrong().stream());
  }

  private Stream<GoldPost> gold() {
    return Stream.concat(
        hits().map(Hit::gold), scores.stream().flatMap(score -> score.missed().stream()));
  }

  private TreeSet<String> platforms() {
    return Stream.concat(gold().map(GoldPost::platform), wrong().map(EmbeddedPost::getPlatform))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void line(String name, Predicate<String> platform) {
    long right = hits().filter(hit -> platform.test(hit.gold().platform())).count();
    long wrong = wrong().filter(post -> platform.test(post.getPlatform())).count();
    long all = gold().filter(post -> platform.test(post.platform())).count();
    out.printf("%-24s %s %s%n", name, share(right, right + wrong), share(right, all));
  }

  private void shape(String shape) {
    long right = hits().filter(hit -> hit.gold().shape().equals(shape)).count();
    long all = gold().filter(post -> post.shape().equals(shape)).count();
    out.printf("  %-22s %23s%n", shape, share(right, all));
  }

  private void fact(String name, Predicate<Hit> known, Predicate<Hit> right) {
    long all = hits().filter(known).count();
    out.printf("  %-22s %23s%n", name, share(hits().filter(known.and(right)).count(), all));
  }

  private static String share(long part, long all) {
    return all == 0
        ? "          -"
        : String.format(Locale.ROOT, "%.2f %6s", (double) part / all, part + "/" + all);
  }
}

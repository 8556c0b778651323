// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench;

import io.postwatch.bench.TextScore.Guess;
import io.postwatch.bench.TextScore.Truth;
import io.postwatch.ingest.extract.ContentDecoder;
import io.postwatch.ingest.extract.Document;
import io.postwatch.ingest.extract.PostExtractor;
import io.postwatch.ingest.extract.UnreadableContentException;
import io.postwatch.schema.EmbeddedPost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;

/**
 * Scores the extraction from plain text: labelled pages are rendered as scrapers do, and what is
 * found in the text is held against what the pages' markup tells.
 */
final class PlainTexts {
  private static final PostExtractor EXTRACTOR = new PostExtractor();
  private static final int BINS = 5;

  private PlainTexts() {}

  public static void main(String[] args) throws IOException {
    Path pages = Corpus.of(args).require("pages");
    Map<String, TextScore> scores = new LinkedHashMap<>();
    TextStyle.all().forEach(style -> scores.put(style.name(), new TextScore()));
    for (Map.Entry<String, List<GoldPost>> page :
        GoldPost.read(pages.resolve("gold.tsv")).entrySet()) {
      score(pages.resolve("html").resolve(page.getKey()), page.getValue(), scores);
    }
    print(scores);
  }

  private static void score(Path file, List<GoldPost> gold, Map<String, TextScore> scores)
      throws IOException {
    String content;
    try {
      content = ContentDecoder.decode(Files.readAllBytes(file));
    } catch (UnreadableContentException e) {
      System.err.println(file + ": " + e.getMessage());
      return;
    }
    List<Truth> truths = truths(gold, posts(content));
    if (truths.isEmpty()) {
      return;
    }
    org.jsoup.nodes.Document page = Jsoup.parse(content);
    for (TextStyle style : TextStyle.all()) {
      String text = TextRenderer.render(page, style);
      scores.get(style.name()).add(truths, text, posts(text));
    }
  }

  /**
   * Handle and day by the labels, the words by the markup, which marks where they begin and end.
   */
  private static List<Truth> truths(List<GoldPost> gold, List<EmbeddedPost> posts) {
    List<Truth> truths = new ArrayList<>();
    for (GoldPost label : gold) {
      Optional<String> text =
          posts.stream()
              .filter(post -> label.platform().equals("x") && label.id().equals(post.getId()))
              .map(EmbeddedPost::getText)
              .findFirst();
      if (label.day().isPresent() && text.isPresent()) {
        truths.add(new Truth(label.handle(), label.day().get(), text.get()));
      }
    }
    return truths;
  }

  private static List<EmbeddedPost> posts(String content) {
    return EXTRACTOR.extract(new Document("-", content), Instant.now());
  }

  private static void print(Map<String, TextScore> scores) {
    System.out.printf("%-38s %11s %14s %14s%n", "TEXT", "SIGNATURES", "HANDLE, DATE", "BORDERS");
    List<Guess> guesses = new ArrayList<>();
    int signatures = 0;
    int found = 0;
    for (Map.Entry<String, TextScore> entry : scores.entrySet()) {
      TextScore score = entry.getValue();
      guesses.addAll(score.guesses());
      signatures += score.signatures();
      found += score.found();
      line(entry.getKey(), score.signatures(), score.found(), score.right());
    }
    int right = (int) guesses.stream().filter(Guess::right).count();
    line("all", signatures, found, right);
    System.out.printf("%n%-38s %11s %14s %14s%n", "CONFIDENCE", "POSTS", "MEAN", "RIGHT");
    for (int bin = 0; bin < BINS; bin++) {
      int lowest = bin;
      List<Guess> inBin =
          guesses.stream()
              .filter(g -> Math.min(BINS - 1, (int) (g.confidence() * BINS)) == lowest)
              .toList();
      double mean = inBin.stream().mapToDouble(Guess::confidence).average().orElse(0);
      double share = inBin.stream().mapToDouble(g -> g.right() ? 1 : 0).average().orElse(0);
      String range = "%.1f to %.1f".formatted((double) bin / BINS, (bin + 1.0) / BINS);
      System.out.printf("%-38s %11d %14.2f %14.2f%n", range, inBin.size(), mean, share);
    }
  }

  private static void line(String name, int signatures, int found, int right) {
    System.out.printf(
        "%-38s %11d %14.3f %14.3f%n",
        name, signatures, found / (double) signatures, right / (double) signatures);
  }
}

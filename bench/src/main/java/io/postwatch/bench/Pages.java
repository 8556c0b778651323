// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench;

import io.postwatch.bench.PageScore.Hit;
import io.postwatch.ingest.extract.ContentDecoder;
import io.postwatch.ingest.extract.Document;
import io.postwatch.ingest.extract.PostExtractor;
import io.postwatch.ingest.extract.UnreadableContentException;
import io.postwatch.ingest.extract.skim.PageSkim;
import io.postwatch.schema.EmbeddedPost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Scores the extraction on pages whose posts were labelled by people. */
final class Pages {
  private static final PostExtractor EXTRACTOR = new PostExtractor();

  private static final PageSkim SKIM = new PageSkim();

  private Pages() {}

  public static void main(String[] args) throws IOException {
    Path pages = Corpus.of(args).require("pages");
    Map<String, List<GoldPost>> gold = GoldPost.read(pages.resolve("gold.tsv"));
    Map<String, PageScore> scores = new TreeMap<>();
    for (Map.Entry<String, List<GoldPost>> page : gold.entrySet()) {
      List<EmbeddedPost> found = posts(pages.resolve("html").resolve(page.getKey()));
      scores.put(page.getKey(), PageScore.of(page.getValue(), found));
    }
    new PagesReport(scores.values(), System.out).print();
    long traps = gold.values().stream().filter(List::isEmpty).count();
    long sprung =
        scores.entrySet().stream()
            .filter(page -> gold.get(page.getKey()).isEmpty())
            .filter(page -> !page.getValue().wrong().isEmpty())
            .count();
    System.out.printf("%n%d of %d pages without posts give some%n", sprung, traps);
    if (List.of(args).contains("--errors")) {
      scores.forEach(Pages::printErrors);
    }
  }

  private static List<EmbeddedPost> posts(Path page) throws IOException {
    try {
      byte[] content = Files.readAllBytes(page);
      String text = ContentDecoder.decode(content);
      List<EmbeddedPost> posts = EXTRACTOR.extract(new Document("-", text), Instant.now());
      if (!posts.isEmpty() && !SKIM.mayEmbed(content, Optional.empty())) {
        System.out.printf("%s: %d posts, but it would be passed over unread%n", page, posts.size());
      }
      return posts;
    } catch (UnreadableContentException e) {
      System.err.println(page + ": " + e.getMessage());
      return List.of();
    }
  }

  private static void printErrors(String page, PageScore score) {
    score
        .missed()
        .forEach(
            post ->
                System.out.printf(
                    "missed  %s %s %s %s%n", page, post.platform(), post.id(), post.shape()));
    score
        .wrong()
        .forEach(
            post ->
                System.out.printf(
                    "false   %s %s %s%n", page, post.getPostKey(), shortened(post.getText())));
    score.hits().forEach(hit -> printWrongFacts(page, hit));
  }

  private static void printWrongFacts(String page, Hit hit) {
    String post = page + " " + hit.found().getPostKey();
    GoldPost gold = hit.gold();
    if (!gold.handle().isEmpty() && !hit.hasRightHandle()) {
      System.out.printf("handle  %s is %s, not %s%n", post, gold.handle(), hit.found().getHandle());
    }
    if (gold.day().isPresent() && !hit.hasRightDay()) {
      System.out.printf(
          "day     %s is %s, not %s by %s%n",
          post, gold.day().get(), hit.found().getPostedAt(), hit.found().getPostedAtSource());
    }
    if (gold.hasText() && !hit.hasText()) {
      System.out.printf("no text %s%n", post);
    }
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), 60)).replace('\n', ' ');
  }
}

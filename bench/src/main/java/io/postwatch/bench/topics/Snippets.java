// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.topics;

import io.postwatch.schema.TopicMention;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * News snippets with one sub-event type each; a snippet's answer is the surest of its topics that
 * some type stands for.
 */
record Snippets(Mapping mapping, List<Snippet> snippets) {

  /** A labelled text. */
  record Snippet(String id, String text, String type) {}

  /**
   * Reads rows of id, text and type under a heading; types that stand for no topic are left out.
   */
  static Snippets read(Path file, Mapping mapping) throws IOException {
    List<Snippet> snippets = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split("\t");
      if (cells.length == 3 && mapping.byType().containsKey(cells[2].strip())) {
        snippets.add(new Snippet(cells[0], cells[1], cells[2].strip()));
      }
    }
    return new Snippets(mapping, snippets);
  }

  ClassScores score(TopicReader reader, PrintStream errors) {
    List<String> scored = mapping.topics();
    ClassScores scores = new ClassScores();
    for (Snippet snippet : snippets) {
      List<TopicMention> topics = reader.topics(snippet.text());
      String answer =
          topics.stream()
              .map(TopicMention::getTopic)
              .filter(scored::contains)
              .findFirst()
              .orElse("none");
      List<String> right = mapping.byType().get(snippet.type());
      String expected = right.contains(answer) ? answer : right.get(0);
      scores.add(expected, answer);
      if (errors != null && !expected.equals(answer)) {
        errors.printf(
            "%s: %s, not %s: %s%n   %s%n",
            snippet.type(),
            expected,
            answer,
            snippet.text(),
            TopicWords.of(snippet.text(), topics));
      }
    }
    return scores;
  }
}

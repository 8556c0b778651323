// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.annotate;

import io.postwatch.enrich.topics.TopicsFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;

/** The default topics with many patterns more, made of the words of given texts. */
final class ManyPatterns {
  private static final int TOPICS = 10;
  private static final long SEED = 7;

  private ManyPatterns() {}

  /** The defaults and a number of patterns of two words each, with a gap between. */
  static TopicsFile with(int patterns, List<String> texts) throws IOException {
    TreeSet<String> sorted = new TreeSet<>();
    for (String text : texts) {
      for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
        if (word.length() > 3) {
          sorted.add(word);
        }
      }
    }
    List<String> words = new ArrayList<>(sorted);
    Random random = new Random(SEED);
    Collections.shuffle(words, random);
    StringBuilder yaml = new StringBuilder("extends: default\ntopics:\n");
    for (int topic = 0; topic < TOPICS; topic++) {
      yaml.append("  - id: own-")
          .append(topic)
          .append("\n    title: Own\n    patterns:\n      0.9:\n");
      for (int i = 0; i < patterns / TOPICS; i++) {
        yaml.append("        - ")
            .append(words.get(random.nextInt(words.size())))
            .append("+ ~3 ")
            .append(words.get(random.nextInt(words.size())))
            .append('\n');
      }
    }
    return TopicsFile.read(
        "many", new ByteArrayInputStream(yaml.toString().getBytes(StandardCharsets.UTF_8)));
  }
}

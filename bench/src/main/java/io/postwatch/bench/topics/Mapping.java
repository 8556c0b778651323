// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.topics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of our topics a sub-event type of labelled snippets stands for.
 *
 * @param byType the topics that are right for a type, the one it is scored under first
 */
record Mapping(Map<String, List<String>> byType) {
  private static final Pattern TOPIC = Pattern.compile("[a-z][a-z-]+");

  /** Reads the table of a MAPPING.md: sub-event types, event type, topic. */
  static Mapping read(Path file) throws IOException {
    Map<String, List<String>> byType = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split("\\|");
      if (cells.length == 4 && !cells[3].isBlank() && !line.startsWith("|---")) {
        List<String> topics = topics(cells[3]);
        for (String type : cells[1].split(",")) {
          byType.put(type.strip(), topics);
        }
      }
    }
    return new Mapping(byType);
  }

  private static List<String> topics(String cell) {
    List<String> topics = new ArrayList<>();
    Matcher matcher = TOPIC.matcher(cell);
    while (matcher.find()) {
      if (!matcher.group().equals("or")) {
        topics.add(matcher.group());
      }
    }
    return topics;
  }

  /** Every topic that some type stands for. */
  List<String> topics() {
    return byType.values().stream().flatMap(List::stream).distinct().sorted().toList();
  }
}

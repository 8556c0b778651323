// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import io.postwatch.schema.TopicMention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Runs the examples and counterexamples of topics. */
public final class TopicsCheck {
  /** From this confidence on, a text counts as reporting a topic. */
  public static final double REPORTED = 0.5;

  private TopicsCheck() {}

  /**
   * What was found in a text.
   *
   * @param topic id of the topic
   * @param confidence from 0 to 1
   * @param words those that say so, in the text's order
   */
  public record Found(String topic, double confidence, List<String> words) {}

  /**
   * A text in which something else was found than its file says.
   *
   * @param topic id of the topic
   * @param isReport true where the text should report the topic, false where it should not
   * @param text the text
   * @param found all that was found in it, the surest first
   */
  public record Failure(String topic, boolean isReport, Located text, List<Found> found) {}

  /**
   * The texts that fail, in the topics' order.
   *
   * @param reader finds the topics of a text, the surest first
   */
  public static List<Failure> failures(
      TopicsFile topics, Function<String, List<TopicMention>> reader) {
    List<Failure> failures = new ArrayList<>();
    for (TopicDefinition topic : topics.topics()) {
      check(reader, topic.id(), true, topic.examples(), failures);
      check(reader, topic.id(), false, topic.counterexamples(), failures);
    }
    return failures;
  }

  private static void check(
      Function<String, List<TopicMention>> reader,
      String topic,
      boolean isReport,
      List<Located> texts,
      List<Failure> failures) {
    for (Located text : texts) {
      List<Found> found = found(reader.apply(text.text()), text.text());
      boolean isReported =
          found.stream().anyMatch(one -> one.topic().equals(topic) && one.confidence() >= REPORTED);
      if (isReported != isReport) {
        failures.add(new Failure(topic, isReport, text, found));
      }
    }
  }

  private static List<Found> found(List<TopicMention> mentions, String text) {
    Map<String, Found> found = new LinkedHashMap<>();
    for (TopicMention mention : mentions) {
      found
          .computeIfAbsent(
              mention.getTopic(),
              topic -> new Found(topic, mention.getConfidence(), new ArrayList<>()))
          .words()
          .add(words(text, mention));
    }
    return List.copyOf(found.values());
  }

  private static String words(String text, TopicMention mention) {
    return text.substring(
        text.offsetByCodePoints(0, mention.getStart()),
        text.offsetByCodePoints(0, mention.getEnd()));
  }
}

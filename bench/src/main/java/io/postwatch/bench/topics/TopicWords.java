// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.topics;

import io.postwatch.schema.TopicMention;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows topics with the words that say so. */
final class TopicWords {
  private TopicWords() {}

  static String of(String text, List<TopicMention> topics) {
    return topics.stream().map(topic -> of(text, topic)).collect(Collectors.joining(", "));
  }

  private static String of(String text, TopicMention topic) {
    return String.format(
        Locale.ROOT,
        "%s %.2f [%s]",
        topic.getTopic(),
        topic.getConfidence(),
        text.substring(
            text.offsetByCodePoints(0, topic.getStart()),
            text.offsetByCodePoints(0, topic.getEnd())));
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.aggregate.counting.CountKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Where a count stands in the list of counts.
 *
 * @param windowStart epoch milliseconds
 */
public record CountPosition(long windowStart, String topic, String place) {

  /** The newest window first, then topics by name and places by their codes, the shorter first. */
  public static final Comparator<CountPosition> ORDER =
      Comparator.comparing(CountPosition::windowStart, Comparator.reverseOrder())
          .thenComparing(CountPosition::topic)
          .thenComparing(position -> position.place().length())
          .thenComparing(CountPosition::place);

  static CountPosition of(CountKey key) {
    return new CountPosition(key.windowStart(), key.topic(), key.place());
  }

  static CountPosition of(ObjectNode count) {
    return new CountPosition(
        Instant.parse(count.get("windowStart").textValue()).toEpochMilli(),
        count.get("topic").textValue(),
        count.get("place").isNull() ? "" : count.get("place").textValue());
  }

  /**
   * Reads what {@link #words} wrote.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static CountPosition of(List<String> words) {
    if (words.size() != 3) {
      throw new IllegalArgumentException("expected a window, a topic and a place");
    }
    return new CountPosition(Long.parseLong(words.get(0)), words.get(1), words.get(2));
  }

  List<String> words() {
    return List.of(Long.toString(windowStart), topic, place);
  }

  /** Whether all counts of a topic in a window stand before it. */
  boolean isPast(long start, String otherTopic) {
    return start > windowStart || start == windowStart && otherTopic.compareTo(topic) < 0;
  }

  boolean isIn(long start, String otherTopic) {
    return start == windowStart && otherTopic.equals(topic);
  }
}

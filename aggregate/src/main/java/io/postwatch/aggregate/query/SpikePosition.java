// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.schema.Spike;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Where a spike stands in the list of spikes.
 *
 * @param start epoch milliseconds
 */
public record SpikePosition(long start, String topic, String place) {
  /** The one that began last first, then by topic and place. */
  static final Comparator<SpikePosition> ORDER =
      Comparator.comparing(SpikePosition::start, Comparator.reverseOrder())
          .thenComparing(SpikePosition::topic)
          .thenComparing(SpikePosition::place);

  static SpikePosition of(Spike spike) {
    return new SpikePosition(
        spike.getStartedAt().toEpochMilli(), spike.getTopic(), spike.getPlace());
  }

  static SpikePosition of(ObjectNode spike) {
    return new SpikePosition(
        Instant.parse(spike.get("start").textValue()).toEpochMilli(),
        spike.get("topic").textValue(),
        spike.get("place").isNull() ? "" : spike.get("place").textValue());
  }

  /**
   * Reads what {@link #words} wrote.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static SpikePosition of(List<String> words) {
    if (words.size() != 3) {
      throw new IllegalArgumentException("expected a start, a topic and a place");
    }
    return new SpikePosition(Long.parseLong(words.get(0)), words.get(1), words.get(2));
  }

  List<String> words() {
    return List.of(Long.toString(start), topic, place);
  }
}

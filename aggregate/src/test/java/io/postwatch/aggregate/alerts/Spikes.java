// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import io.postwatch.schema.Clock;
import io.postwatch.schema.Evidence;
import io.postwatch.schema.Spike;
import io.postwatch.serde.TrustedClasses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Spikes for tests. */
final class Spikes {
  private static final Duration INTERVAL = Duration.ofMinutes(5);

  static {
    // Copies of records are made by Avro's builders, which look classes up.
    TrustedClasses.trustGeneratedRecords();
  }

  private Spikes() {}

  /** One that is told at a time, some intervals after it began. */
  static Spike.Builder told(String topic, String place, Instant startedAt, Instant at) {
    return Spike.newBuilder()
        .setTopic(topic)
        .setPlace(place)
        .setPlaceName(place.isEmpty() ? null : "Place " + place)
        .setClock(Clock.SEEN)
        .setWindowSize(INTERVAL.toMillis())
        .setStartedAt(startedAt)
        .setCountedUntil(at)
        .setUpdatedAt(at)
        .setObserved(34)
        .setExpected(2.1)
        .setScore(3.5)
        .setAuthors(12)
        .setOutlets(5)
        .setEvidence(
            List.of(
                Evidence.newBuilder()
                    .setPostKey("x:1")
                    .setHandle("witness")
                    .setUrl("https://x.com/witness/status/1")
                    .setText("The river is over its banks")
                    .build()));
  }
}

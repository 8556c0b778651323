// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import io.postwatch.schema.AlertDelivery;
import io.postwatch.schema.AlertEvent;
import io.postwatch.schema.AlertStatus;
import io.postwatch.schema.Clock;
import io.postwatch.schema.Evidence;
import io.postwatch.schema.Spike;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** An alert of nothing, for who tries whether alerts arrive. */
final class ExampleAlert {
  private static final Duration INTERVAL = Duration.ofMinutes(5);

  private ExampleAlert() {}

  static AlertDelivery of(String rule, Instant time) {
    Instant now = time.truncatedTo(ChronoUnit.MILLIS);
    Instant start = now.truncatedTo(ChronoUnit.MINUTES).minus(INTERVAL);
    Spike spike =
        Spike.newBuilder()
            .setTopic("test")
            .setPlace("")
            .setClock(Clock.SEEN)
            .setWindowSize(INTERVAL.toMillis())
            .setStartedAt(start)
            .setCountedUntil(start.plus(INTERVAL))
            .setUpdatedAt(now)
            .setObserved(30)
            .setExpected(2.5)
            .setScore(4)
            .setAuthors(20)
            .setOutlets(5)
            .setEvidence(
                List.of(
                    Evidence.newBuilder()
                        .setPostKey("x:~test")
                        .setHandle("example")
                        .setText("This is a test alert, sent from Postwatch.")
                        .build()))
            .build();
    return AlertDelivery.newBuilder()
        .setRule(rule)
        .setEvent(AlertEvent.START)
        .setStatus(AlertStatus.WAITING)
        .setSpike(spike)
        .setPartition(0)
        .setDueAt(now)
        .setUpdatedAt(now)
        .build();
  }
}

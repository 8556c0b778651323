// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaitingTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void backingOffDoublesUpToAnHour() {
    Backoff latest = new Backoff(() -> 1.0);

    assertThat(latest.after(1)).hasSeconds(2);
    assertThat(latest.after(2)).hasSeconds(4);
    assertThat(latest.after(5)).hasSeconds(32);
    assertThat(latest.after(1_000_000)).hasHours(1);
  }

  @Test
  void backingOffCanStartElsewhere() {
    Backoff latest = new Backoff(() -> 1.0);

    assertThat(latest.after(1, Duration.ofMinutes(5))).hasMinutes(5);
    assertThat(latest.after(3, Duration.ofMinutes(5))).hasMinutes(20);
    assertThat(latest.after(9, Duration.ofMinutes(5))).hasHours(1);
    assertThat(latest.after(1_000_000, Duration.ofDays(9))).hasHours(1);
  }

  @Test
  void chanceTakesUpToHalfOfTheWait() {
    assertThat(new Backoff(() -> 0.0).after(3)).hasSeconds(4);
    assertThat(new Backoff(() -> 0.5).after(3)).hasSeconds(6);
  }

  @Test
  void aSiteSaysWhenToComeAgainInSecondsOrByDate() {
    assertThat(RetryAfter.parse(" 120 ", NOW)).contains(Duration.ofMinutes(2));
    assertThat(RetryAfter.parse("Thu, 1 Jan 2026 00:01:00 GMT", NOW))
        .contains(Duration.ofMinutes(1));
  }

  @Test
  void whatASiteAsksForIsHeldToBounds() {
    assertThat(RetryAfter.parse("999999999999", NOW)).contains(Duration.ofDays(1));
    assertThat(RetryAfter.parse("0", NOW)).contains(Duration.ofSeconds(1));
    assertThat(RetryAfter.parse("Wed, 31 Dec 2025 00:00:00 GMT", NOW))
        .contains(Duration.ofSeconds(1));
    assertThat(RetryAfter.parse("soon", NOW)).isEmpty();
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {
  private static final long HOUR = Duration.ofHours(1).toMillis();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-04-16T20:15:00Z",
        "2026-04-16T20:15:00.000Z",
        "2026-04-16T20:15Z",
        "2026-04-16T20:15",
        "2026-04-16T22:15:00+02:00"
      })
  void aMomentIsReadWithOrWithoutSecondsAndOffset(String text) {
    TimeSpan time = TimeSpan.parse(text);

    assertThat(time.from()).isEqualTo("2026-04-16T20:15:00Z");
    assertThat(time.until()).isEqualTo("2026-04-16T20:15:00.001Z");
  }

  @Test
  void aMomentIsInTheWindowThatHoldsIt() {
    TimeSpan moment = TimeSpan.parse("2026-04-16T20:00:00Z");

    assertThat(moment.meets(Instant.parse("2026-04-16T20:00:00Z"), HOUR)).isTrue();
    assertThat(moment.meets(Instant.parse("2026-04-16T19:00:00Z"), HOUR)).isFalse();
    assertThat(moment.meets(Instant.parse("2026-04-16T00:00:00Z"), 24 * HOUR)).isTrue();
    assertThat(moment.meets(Instant.parse("2026-04-16T21:00:00Z"), HOUR)).isFalse();
  }

  @Test
  void aDayIsInAllItsWindowsAndNoOthers() {
    TimeSpan day = TimeSpan.parse("2026-04-16");

    assertThat(day.meets(Instant.parse("2026-04-16T00:00:00Z"), HOUR)).isTrue();
    assertThat(day.meets(Instant.parse("2026-04-16T23:00:00Z"), HOUR)).isTrue();
    assertThat(day.meets(Instant.parse("2026-04-15T23:00:00Z"), HOUR)).isFalse();
    assertThat(day.meets(Instant.parse("2026-04-17T00:00:00Z"), HOUR)).isFalse();
    assertThat(day.meets(Instant.parse("2026-04-13T00:00:00Z"), 7 * 24 * HOUR)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "noon", "2026-02-31", "2026-04-16T25:00", "16.04.2026", "1776370500"})
  void whatIsNoTimeIsRefused(String text) {
    assertThatThrownBy(() -> TimeSpan.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "is not a time: expected a day or a moment, such as 2026-04-16 or 2026-04-16T20:15:00Z");
  }
}

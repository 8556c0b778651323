// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
  private static QuietHours hours(String from, String to, String zone) {
    return new QuietHours(LocalTime.parse(from), LocalTime.parse(to), ZoneId.of(zone));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-04-16T16:59:59Z, false",
    "2026-04-16T17:00:00Z, true",
    "2026-04-16T18:59:59Z, true",
    "2026-04-16T19:00:00Z, true",
    "2026-04-17T01:59:59Z, true",
    "2026-04-17T02:00:00Z, false",
  })
  void theyGoOverMidnightInTheirZone(Instant moment, boolean quiet) {
    assertThat(hours("22:00", "07:00", "Asia/Almaty").include(moment)).isEqualTo(quiet);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-04-16T11:59:59Z, false",
    "2026-04-16T12:00:00Z, true",
    "2026-04-16T12:59:59Z, true",
    "2026-04-16T13:00:00Z, false",
  })
  void theyMayBeWithinADay(Instant moment, boolean quiet) {
    assertThat(hours("12:00", "13:00", "UTC").include(moment)).isEqualTo(quiet);
  }

  /** In Berlin 02:00 to 03:00 of 2026-03-29 is skipped, and of 2026-10-25 there twice. */
  @ParameterizedTest
  @CsvSource({
    // 22:00 to 07:00 of a night that is an hour shorter, and one that is an hour longer.
    "22:00, 07:00, 2026-03-28T21:00:00Z, 2026-03-29T05:00:00Z",
    "22:00, 07:00, 2026-10-24T20:00:00Z, 2026-10-25T06:00:00Z",
    // An end that is skipped is the moment after.
    "22:00, 02:30, 2026-03-28T21:00:00Z, 2026-03-29T01:30:00Z",
    // Of an end that is there twice the first counts.
    "22:00, 02:30, 2026-10-24T20:00:00Z, 2026-10-25T00:30:00Z",
    // Of a begin that is there twice, too.
    "02:30, 07:00, 2026-10-25T00:30:00Z, 2026-10-25T06:00:00Z",
    "02:30, 07:00, 2026-03-29T01:30:00Z, 2026-03-29T05:00:00Z",
  })
  void theyBeginAndEndOnceWhereClocksAreChanged(
      String from, String to, Instant begin, Instant end) {
    QuietHours hours = hours(from, to, "Europe/Berlin");

    assertThat(hours.include(begin.minusMillis(1))).isFalse();
    for (Instant t = begin; t.isBefore(end); t = t.plus(Duration.ofMinutes(1))) {
      assertThat(hours.include(t)).as("%s", t).isTrue();
    }
    for (Instant t = end; t.isBefore(end.plusSeconds(7_200)); t = t.plusSeconds(60)) {
      assertThat(hours.include(t)).as("%s", t).isFalse();
    }
  }

  @Test
  void theyAreNeitherNothingNorAlways() {
    assertThatThrownBy(() -> hours("22:00", "22:00", "UTC"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected from and to to differ");
  }
}

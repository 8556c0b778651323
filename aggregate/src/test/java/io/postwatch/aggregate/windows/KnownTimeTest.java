// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.windows;

import static io.postwatch.aggregate.Incidents.incident;
import static io.postwatch.aggregate.Incidents.known;
import static io.postwatch.aggregate.Incidents.postedAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KnownTimeTest {
  private static final Instant TIME = Instant.parse("2031-05-06T12:34:56.789Z");

  @ParameterizedTest
  @CsvSource({
    "MILLIS, 1s, 2031-05-06T12:34:56Z",
    "SECOND, 1s, 2031-05-06T12:34:56Z",
    "MINUTE, 1m, 2031-05-06T12:34:00Z",
    "MINUTE, 1h, 2031-05-06T12:00:00Z",
    "DAY,    1d, 2031-05-06T00:00:00Z",
  })
  void aTimeBelongsToTheWindowThatSurelyHoldsIt(
      TimePrecision precision, String size, Instant start) {
    assertThat(windowStart(precision, size)).hasValue(start.toEpochMilli());
  }

  @ParameterizedTest
  @CsvSource({"MINUTE, 1s", "MINUTE, 30s", "DAY, 1m", "DAY, 1h", "DAY, 23h", "DAY, 5h"})
  void aTimeKnownLessExactlyThanTheWindowsBelongsToNone(TimePrecision precision, String size) {
    assertThat(windowStart(precision, size)).isEmpty();
  }

  /** Windows of 36 hours start at midnight and at noon in turn. */
  @Test
  void aDayThatTwoWindowsShareBelongsToNeither() {
    assertThat(windowStart(TimePrecision.DAY, "36h", Instant.parse("1970-01-01T00:00:00Z")))
        .hasValue(0);
    assertThat(windowStart(TimePrecision.DAY, "36h", Instant.parse("1970-01-02T00:00:00Z")))
        .isEmpty();
    assertThat(windowStart(TimePrecision.DAY, "36h", Instant.parse("1970-01-03T00:00:00Z")))
        .hasValue(36 * 3_600_000L);
  }

  @Test
  void theMomentOfIngestSaysNothingAboutWhenAPostWasWritten() {
    for (TimePrecision precision : TimePrecision.values()) {
      assertThat(KnownTime.posted(known(incident("1", "a"), precision, TimeSource.INGEST)))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TimeSource.class)
  void anUnknownTimeIsNone(TimeSource source) {
    assertThat(KnownTime.posted(known(incident("1", "a"), TimePrecision.UNKNOWN, source)))
        .isEmpty();
  }

  private static OptionalLong windowStart(TimePrecision precision, String size) {
    return windowStart(precision, size, TIME);
  }

  private static OptionalLong windowStart(TimePrecision precision, String size, Instant time) {
    return KnownTime.posted(
            known(postedAt(incident("1", "a"), time), precision, TimeSource.ARTICLE))
        .orElseThrow()
        .windowStart(WindowSize.parse(size));
  }
}

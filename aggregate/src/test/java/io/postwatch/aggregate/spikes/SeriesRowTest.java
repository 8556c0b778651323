// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.spikes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesRowTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-03-04 20:05:00,7",
        "2025-03-04T20:05:00Z,7",
        "2025-03-04 20:05,7",
        " 2025-03-04 20:05:00.000000 , 7.0 ",
        "\"2025-03-04 20:05:00\",\"7\"",
        "2025-03-04T22:05:00+02:00,7",
      })
  void timesAreReadAsTheyAreWritten(String line) {
    assertThat(SeriesRow.parse(line))
        .isEqualTo(new SeriesRow(Instant.parse("2025-03-04T20:05:00Z").toEpochMilli(), 7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-03-04 20:05:00,-1",
        "2025-03-04 20:05:00,1.5",
        "2025-03-04 20:05:00,NaN",
        "2025-03-04 20:05:00,1e3",
        "2025-03-04 20:05:00,1000000000000",
        "2025-03-04 20:05:00,",
      })
  void aValueIsAWholeNumber(String line) {
    assertThatThrownBy(() -> SeriesRow.parse(line))
        .hasMessageEndingWith("expected a whole number from 0 to 999999999999");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday,1",
        "2025-02-30 00:00:00,1",
        "2025-03-04,1",
        "+999999999-01-01T00:00:00,1",
        "2025-03-04 T20:05:00,1",
        ",1",
      })
  void aTimeIsADateAndAnHour(String line) {
    assertThatThrownBy(() -> SeriesRow.parse(line))
        .hasMessageContaining("expected a time such as 2025-03-04 20:05:00");
  }

  @Test
  void aRowHasTwoCells() {
    assertThatThrownBy(() -> SeriesRow.parse("1,2,3"))
        .hasMessage("\"1,2,3\": expected timestamp,value");
  }

  @Test
  void theIntervalIsTheDifferenceThatMostRowsHave() {
    assertThat(SeriesRow.usualInterval(rows(0, 5, 10, 20, 25, 95))).hasValue(5);
    assertThat(SeriesRow.usualInterval(rows(0, 5, 15))).hasValue(5);
    assertThat(SeriesRow.usualInterval(rows(0))).isEmpty();
  }

  private static List<SeriesRow> rows(long... starts) {
    return java.util.Arrays.stream(starts).mapToObj(start -> new SeriesRow(start, 1)).toList();
  }
}

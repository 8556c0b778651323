// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.spikes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BaselineTest {
  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final Instant MONDAY = Instant.parse("2025-01-06T00:00:00Z");

  private final Baseline baseline = new Baseline(SpikeSettings.every(INTERVAL));

  @Test
  void eachHourOfWeekdaysAndOfWeekendsHasItsOwnExpectation() {
    learn(0, 28);

    assertThat(expected("2025-02-03T12:00:00Z")).isCloseTo(40, within(2.0));
    assertThat(expected("2025-02-03T03:00:00Z")).isCloseTo(10, within(1.0));
    assertThat(expected("2025-02-08T12:00:00Z")).isCloseTo(20, within(4.0));
  }

  @Test
  void aLevelThatStaysIsTheExpectationAfterSomeDays() {
    learn(0, 28);
    for (int i = 0; i < 3 * 288; i++) {
      Instant at = MONDAY.plus(Duration.ofDays(28)).plus(INTERVAL.multipliedBy(i));
      baseline.learn(at.toEpochMilli(), 3 * usual(at));
    }

    assertThat(expected("2025-02-06T12:00:00Z")).isCloseTo(120, within(15.0));
  }

  @Test
  void neverIsNothingAtAllExpected() {
    assertThat(expected("1969-12-31T23:59:59Z")).isPositive();
  }

  private void learn(int fromDay, int toDay) {
    baseline.begin(usual(MONDAY));
    for (int i = fromDay * 288; i < toDay * 288; i++) {
      Instant at = MONDAY.plus(INTERVAL.multipliedBy(i));
      baseline.learn(at.toEpochMilli(), usual(at));
    }
  }

  private static double usual(Instant at) {
    var time = at.atOffset(ZoneOffset.UTC);
    int day = time.getHour() >= 6 ? 40 : 10;
    return time.getDayOfWeek().getValue() > 5 ? day / 2.0 : day;
  }

  private double expected(String at) {
    return baseline.expected(Instant.parse(at).toEpochMilli());
  }
}

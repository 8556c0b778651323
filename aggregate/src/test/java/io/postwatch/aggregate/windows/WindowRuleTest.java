// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postwatch.schema.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowRuleTest {
  @ParameterizedTest
  @CsvSource({"1s,PT6H", "1m,PT6H", "59m,PT6H", "1h,PT72H", "23h,PT72H", "1d,PT336H", "7d,PT336H"})
  void theLongerTheWindowTheLongerItsUsualGrace(String size, Duration grace) {
    assertThat(WindowRule.usual(Clock.POSTED, WindowSize.parse(size)).grace()).isEqualTo(grace);
  }

  @ParameterizedTest
  @CsvSource({"1s,PT10S", "1m,PT10S", "59m,PT10S", "1h,PT30S", "23h,PT30S", "1d,PT60S", "7d,PT60S"})
  void arrivalsAreWaitedForSomeSeconds(String size, Duration grace) {
    assertThat(WindowRule.usual(Clock.SEEN, WindowSize.parse(size)).grace()).isEqualTo(grace);
  }

  @Test
  void aWindowClosesItsGraceAfterItsEnd() {
    WindowRule rule = new WindowRule(Clock.POSTED, WindowSize.MINUTE, Duration.ofSeconds(5));

    assertThat(rule.closesAt(120_000)).isEqualTo(185_000);
  }

  @Test
  void aGraceOutOfBoundsIsRefused() {
    assertThatThrownBy(() -> new WindowRule(Clock.POSTED, WindowSize.HOUR, Duration.ofMillis(-1)))
        .hasMessage(
            "a grace of PT-0.001S for windows of 1h is not possible: expected 0 to 3660 days");
    assertThatThrownBy(() -> new WindowRule(Clock.POSTED, WindowSize.HOUR, Duration.ofDays(3661)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

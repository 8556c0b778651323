// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowSizeTest {
  @ParameterizedTest
  @CsvSource({"1s,1", "30s,30", "1m,60", "15m,900", "90m,5400", "1h,3600", "1d,86400", "7d,604800"})
  void aSizeIsReadAndPrintedInItsShortestForm(String text, long seconds) {
    WindowSize size = WindowSize.parse(text);

    assertThat(size.millis()).isEqualTo(seconds * 1000);
    assertThat(size).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({"60s,1m", "60m,1h", "24h,1d", "0090m,90m", "3600s,1h", "86400s,1d"})
  void otherFormsArePrintedShorter(String text, String shortest) {
    assertThat(WindowSize.parse(text)).hasToString(shortest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "m", "1", "1 m", "1M", "1w", "-1m", "+1m", "1.5h", "PT1M", "1m\n", "١m"})
  void otherTextsAreRefusedWithWhatIsExpected(String text) {
    assertThatThrownBy(() -> WindowSize.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "\"%s\" is not a window size: expected a whole number followed by s, m, h or d, such as"
                + " 1m, 1h or 1d",
            text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "0d", "367d", "99999999d", "8785h"})
  void sizesOutOfBoundsAreRefused(String text) {
    assertThatThrownBy(() -> WindowSize.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected whole seconds, from 1s to 366d");
  }

  @Test
  void fractionsOfASecondAreRefused() {
    assertThatThrownBy(() -> WindowSize.of(Duration.ofMillis(1500)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1500 ms");
  }

  @Test
  void windowsAreAlignedToTheEpochBeforeItToo() {
    assertThat(WindowSize.DAY.startOf(at("2031-05-06T23:59:59.999Z")))
        .isEqualTo(at("2031-05-06T00:00:00Z"));
    assertThat(WindowSize.HOUR.startOf(at("2031-05-06T23:00:00Z")))
        .isEqualTo(at("2031-05-06T23:00:00Z"));
    assertThat(WindowSize.MINUTE.startOf(-1)).isEqualTo(-60_000);
  }

  private static long at(String time) {
    return Instant.parse(time).toEpochMilli();
  }
}

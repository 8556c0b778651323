// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowSpanTest {
  @ParameterizedTest(name = "from {0} to {1} of minutes")
  @CsvSource({
    "0, 60000, 1, 0",
    "0, 120000, 2, 0",
    "1, 120000, 1, 60000",
    "0, 60001, 2, 0",
    "60000, 60000, 0, 60000",
    "1, 2, 0, 60000",
    "120000, 60000, 0, 120000"
  })
  void windowsBelongToARangeInWhichTheyBegin(long from, long to, long number, long first) {
    WindowSpan span = WindowSpan.between(Clock.SEEN, WindowSize.MINUTE, from, to);

    assertThat(span.number()).isEqualTo(number);
    assertThat(span.start(0)).isEqualTo(first);
  }
}

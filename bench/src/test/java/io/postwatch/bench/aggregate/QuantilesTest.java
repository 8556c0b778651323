// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class QuantilesTest {
  @Test
  void areMeasuredValuesInWhateverOrderTheyCame() {
    Quantiles quantiles = new Quantiles(List.of(40L, 10L, 30L, 20L));

    assertThat(quantiles.at(0.5)).isEqualTo(20);
    assertThat(quantiles.at(0.51)).isEqualTo(30);
    assertThat(quantiles.at(1)).isEqualTo(40);
    assertThat(quantiles.at(Double.MIN_VALUE)).isEqualTo(10);
  }

  @Test
  void leaveOneInAHundredAboveTheNinetyNinth() {
    assertThat(new Quantiles(LongStream.rangeClosed(1, 1_000).boxed().toList()).at(0.99))
        .isEqualTo(990);
  }
}

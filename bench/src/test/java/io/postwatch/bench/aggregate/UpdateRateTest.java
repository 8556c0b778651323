// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UpdateRateTest {
  @Test
  void hasTheUsualCommitIntervalUnlessAnotherIsNamed() {
    assertThat(UpdateRate.parse("1s")).isEqualTo(new UpdateRate("1s", 100));
    assertThat(UpdateRate.parse("200ms/50")).isEqualTo(new UpdateRate("200ms", 50));
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.spikes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class NegativeBinomialTest {
  @Property
  void theSurpriseIsThatOfTheProbabilitiesAddedUp(
      @ForAll @IntRange(max = 300) int count,
      @ForAll @DoubleRange(min = 0.02, max = 50) double mean,
      @ForAll @DoubleRange(min = 0.02, max = 10) double dispersion) {
    double expected =
        Math.min(NegativeBinomial.HIGHEST_SURPRISE, -Math.log10(tail(count, mean, dispersion)));

    assertThat(NegativeBinomial.surprise(count, mean, dispersion))
        .isCloseTo(expected, within(1e-6 * Math.max(1, expected)));
  }

  /** Adds the probabilities of {@code count}, {@code count + 1}, and so on while they matter. */
  private static double tail(int count, double mean, double dispersion) {
    double size = 1 / dispersion;
    double odds = mean / (mean + size);
    double probability = Math.pow(size / (mean + size), size);
    for (int k = 0; k < count; k++) {
      probability *= (k + size) / (k + 1) * odds;
    }
    double sum = 0;
    for (int k = count; probability > sum * 1e-12 || k < mean; k++) {
      sum += probability;
      probability *= (k + size) / (k + 1) * odds;
    }
    return sum;
  }

  @Test
  void whatIsBeyondADoubleIsStillANumber() {
    assertThat(NegativeBinomial.surprise(1e12, 0.02, 0.02))
        .isEqualTo(NegativeBinomial.HIGHEST_SURPRISE);
    assertThat(NegativeBinomial.surprise(0, 1e12, 0.02)).isZero();
  }

  @Property(tries = 200)
  void noCountTakesLong(
      @ForAll @LongRange(max = 12_000_000_000_000L) long count,
      @ForAll @DoubleRange(min = 0.02, max = 1e13) double mean,
      @ForAll @DoubleRange(min = 0.02, max = 10) double dispersion) {
    assertTimeout(
        Duration.ofSeconds(1),
        () ->
            assertThat(NegativeBinomial.surprise(count, mean, dispersion))
                .isBetween(0.0, NegativeBinomial.HIGHEST_SURPRISE));
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.spikes;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * Counts whose variance is {@code mean + dispersion * mean²}: posts draw posts, so that counts of
 * them spread wider than those of independent events.
 */
final class NegativeBinomial {
  /** What is less probable counts as this: a double says little less. */
  static final double HIGHEST_SURPRISE = 250;

  private NegativeBinomial() {}

  /**
   * How surprising it is to see that many or more: minus the decimal logarithm of its probability.
   *
   * @param count what was seen, 0 or more
   * @param mean what was expected, above 0
   * @param dispersion above 0; near 0 the distribution is Poisson's
   * @return from 0 to {@link #HIGHEST_SURPRISE}
   */
  static double surprise(double count, double mean, double dispersion) {
    if (count <= 0) {
      return 0;
    }
    double size = 1 / dispersion;
    double tail = RegularizedBeta.value(mean / (mean + size), count, size);
    return Math.min(HIGHEST_SURPRISE, Math.max(0, -Math.log10(tail)));
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.spikes;

import java.util.Random;

/**
 * Counts of five minutes as chance makes them: negative binomial around a mean that follows the
 * hour, the day of the week, and a level that wanders.
 *
 * @param mean over all hours
 * @param dispersion as in {@code variance = mean + dispersion * mean²}
 * @param wander standard deviation of the level's logarithm, of which half is forgotten in a day
 */
record InventedSeries(double mean, double dispersion, double wander) {
  static final long INTERVAL_MS = 300_000;
  static final int PER_DAY = 288;
  private static final double WEEKEND = 0.6;

  /** A Monday. */
  static final long START = 1_735_516_800_000L;

  /** Counts of whole days, from {@link #START}. */
  long[] counts(int days, Random random) {
    long[] counts = new long[days * PER_DAY];
    double keep = Math.pow(0.5, 1.0 / PER_DAY);
    double level = wander * random.nextGaussian();
    for (int i = 0; i < counts.length; i++) {
      level = keep * level + wander * Math.sqrt(1 - keep * keep) * random.nextGaussian();
      counts[i] = sampleAt(usual(i) * Math.exp(level - wander * wander / 2), random);
    }
    return counts;
  }

  /** Mean of an interval, by its hour and day. */
  double usual(int interval) {
    double hour = 2 * Math.PI * (interval % PER_DAY) / PER_DAY;
    boolean isWeekend = interval / PER_DAY % 7 >= 5;
    return mean * (1 + 0.7 * Math.sin(hour - 2)) * (isWeekend ? WEEKEND : 1);
  }

  /** A count around a mean. */
  long sampleAt(double lambda, Random random) {
    return dispersion == 0 ? poisson(lambda, random) : poisson(lambda * gamma(random), random);
  }

  /** Gamma of mean 1 and variance {@code dispersion}, by Marsaglia and Tsang. */
  private double gamma(Random random) {
    double shape = 1 / dispersion;
    double boost = shape < 1 ? Math.pow(random.nextDouble(), 1 / shape) : 1;
    double d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
        return boost * d * v * dispersion;
      }
    }
  }

  private static long poisson(double lambda, Random random) {
    if (lambda > 50) {
      // Normal is near enough where the dispersion makes most of the spread.
      return Math.max(0, Math.round(lambda + Math.sqrt(lambda) * random.nextGaussian()));
    }
    double limit = Math.exp(-lambda);
    double product = random.nextDouble();
    long count = 0;
    for (; product > limit; count++) {
      product *= random.nextDouble();
    }
    return count;
  }
}

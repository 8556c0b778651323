// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.spikes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Counts of five minutes from a Monday on, as chance makes them, and their spikes. */
public final class Chance {
  static final long INTERVAL_MS = Duration.ofMinutes(5).toMillis();
  static final long MONDAY = Instant.parse("2025-01-06T00:00:00Z").toEpochMilli();
  static final int PER_DAY = 288;
  static final int PER_HOUR = 12;

  private Chance() {}

  /** Negative binomial of dispersion 0.25, around a mean that follows the hour and the weekend. */
  public static long[] counts(double mean, int days, long seed) {
    Random random = new Random(seed);
    long[] counts = new long[days * PER_DAY];
    for (int i = 0; i < counts.length; i++) {
      double hour = 2 * Math.PI * (i % PER_DAY) / PER_DAY;
      double weekend = i / PER_DAY % 7 >= 5 ? 0.6 : 1;
      // Gamma of shape 4, as a sum of exponentials.
      double gamma = 0;
      for (int j = 0; j < 4; j++) {
        gamma -= Math.log(1 - random.nextDouble()) / 4;
      }
      counts[i] = poisson(mean * (1 + 0.7 * Math.sin(hour - 2)) * weekend * gamma, random);
    }
    return counts;
  }

  private static long poisson(double lambda, Random random) {
    long count = 0;
    double time = -Math.log(1 - random.nextDouble());
    for (; time < lambda; count++) {
      time -= Math.log(1 - random.nextDouble());
    }
    return count;
  }

  public static long at(int interval) {
    return MONDAY + interval * INTERVAL_MS;
  }

  /** Those that are over, in order, and then the one that lasts. */
  static List<DetectedSpike> spikes(long[] counts) {
    SpikeDetector detector = detector();
    List<DetectedSpike> spikes = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      detector.observe(at(i), counts[i]).stream()
          .filter(DetectedSpike::isOver)
          .forEach(spikes::add);
    }
    detector.lasting().ifPresent(spikes::add);
    return spikes;
  }

  public static SpikeDetector detector() {
    return new SpikeDetector(SpikeSettings.every(Duration.ofMillis(INTERVAL_MS)));
  }
}

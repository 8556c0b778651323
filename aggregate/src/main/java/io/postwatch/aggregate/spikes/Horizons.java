// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.spikes;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The last intervals together: their sums over four horizons, how widely such sums spread, and how
 * surprising they are. A burst of one interval and a slow rise both show, and what lasts shows
 * most.
 */
final class Horizons {
  private static final int[] LENGTHS = {1, 3, 6, 12};
  static final int LONGEST = 12;

  private static final double FIRST_DISPERSION = 0.3;
  private static final double LEAST_DISPERSION = 0.02;
  private static final double MOST_DISPERSION = 10;

  /** As if so many sums had been seen when the dispersion began. */
  private static final int FIRST_SUMS = 50;

  static final int BYTES =
      LONGEST * (Long.BYTES + Float.BYTES) + LENGTHS.length * Double.BYTES + Integer.BYTES;

  private final double clip;
  private final double share;

  /** Newest first; an interval that is missing has 0 of both. */
  private final long[] counts = new long[LONGEST];

  private final float[] means = new float[LONGEST];
  private final double[] dispersions = new double[LENGTHS.length];
  private int seen;

  Horizons(SpikeSettings settings) {
    clip = settings.clip();
    share = SpikeSettings.share(settings.intervalsIn(Duration.ofDays(7)));
    Arrays.fill(dispersions, FIRST_DISPERSION);
  }

  /**
   * What the horizons say together.
   *
   * @param surprise mean over the horizons of minus the decimal logarithm of the probability of as
   *     much or more
   * @param length of the horizon that surprises most, in intervals
   * @param observed its count
   * @param expected its expected count
   */
  record Evidence(double surprise, int length, long observed, double expected) {}

  /** Takes the next interval in, after that many that are missing. */
  Evidence add(long missing, long count, double mean) {
    int shift = (int) Math.min(missing + 1, LONGEST);
    System.arraycopy(counts, 0, counts, shift, LONGEST - shift);
    System.arraycopy(means, 0, means, shift, LONGEST - shift);
    Arrays.fill(counts, 0, shift, 0);
    Arrays.fill(means, 0, shift, 0);
    counts[0] = count;
    means[0] = (float) mean;
    seen = Math.min(seen + 1, Integer.MAX_VALUE - 1);
    return weigh();
  }

  /** Counted in all of them. */
  long observed() {
    return Arrays.stream(counts).sum();
  }

  /** Expected in all of them. */
  double expected() {
    double expected = 0;
    for (float mean : means) {
      expected += mean;
    }
    return expected;
  }

  /** The counts of all of them. */
  List<Long> oldestFirst() {
    List<Long> all = new ArrayList<>(LONGEST);
    for (int i = LONGEST - 1; i >= 0; i--) {
      all.add(counts[i]);
    }
    return all;
  }

  private Evidence weigh() {
    double total = 0;
    double highest = -1;
    Evidence strongest = null;
    long observed = 0;
    double expected = 0;
    int added = 0;
    for (int i = 0; i < LENGTHS.length; i++) {
      for (; added < LENGTHS[i]; added++) {
        observed += counts[added];
        expected += means[added];
      }
      double surprise = NegativeBinomial.surprise(observed, expected, dispersions[i]);
      total += surprise;
      if (surprise > highest) {
        highest = surprise;
        strongest = new Evidence(0, LENGTHS[i], observed, expected);
      }
      learn(i, observed, expected);
    }
    return new Evidence(
        total / LENGTHS.length, strongest.length(), strongest.observed(), strongest.expected());
  }

  private void learn(int horizon, long observed, double expected) {
    double dispersion = dispersions[horizon];
    double error = clipped(observed, expected, dispersion) - expected;
    double seenNow = (error * error - expected) / (expected * expected);
    // A small sum says little: nearly all of its spread is chance.
    double weight = expected / (expected + 1);
    double step = Math.max(share, 1 / ((double) seen / LENGTHS[horizon] + FIRST_SUMS));
    dispersions[horizon] =
        Math.min(
            MOST_DISPERSION,
            Math.max(LEAST_DISPERSION, dispersion + step * weight * (seenNow - dispersion)));
  }

  /** A count of one interval, cut where it is too high to be learned whole. */
  double clipped(long count, double mean) {
    return clipped(count, mean, dispersions[0]);
  }

  private double clipped(long count, double mean, double dispersion) {
    // Half a post, because the mean of a rare topic is far below one.
    double most = mean + clip * Math.sqrt(mean + dispersion * mean * mean) + 0.5;
    return Math.min(count, most);
  }

  void write(ByteBuffer out) {
    for (int i = 0; i < LONGEST; i++) {
      out.putLong(counts[i]).putFloat(means[i]);
    }
    for (double dispersion : dispersions) {
      out.putDouble(dispersion);
    }
    out.putInt(seen);
  }

  void read(ByteBuffer in) {
    for (int i = 0; i < LONGEST; i++) {
      counts[i] = in.getLong();
      means[i] = in.getFloat();
    }
    for (int i = 0; i < dispersions.length; i++) {
      dispersions[i] = in.getDouble();
    }
    seen = in.getInt();
  }
}

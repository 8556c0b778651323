// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.spikes;

import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * How high the surprise gets on the days of this series. Attention to a company or a war comes in
 * bursts that no distribution of counts foresees, and to each topic in its own measure; so a
 * surprise is held against the highest of the days before, of which the logarithms follow Gumbel's
 * distribution of maxima, with their mean and variance.
 */
final class DailyPeaks {
  private static final long DAY_MS = Duration.ofDays(1).toMillis();
  private static final double DAYS_PER_WEEK = 7;
  private static final double EULER = 0.5772156649015329;

  /** As if three days had been seen: of counts as they fall by chance, and of some bursts. */
  private static final double FIRST_MEAN = 0.5;

  private static final double FIRST_VARIANCE = 0.45 * 0.45;
  private static final double FIRST_DAYS = 3;

  /** Even days that are all alike, such as empty ones, leave room for one that is not. */
  private static final double LEAST_VARIANCE = 0.1 * 0.1;

  static final int BYTES = 4 * Double.BYTES + Long.BYTES + Integer.BYTES;

  private final double share;
  private final double intervalsPerDay;

  private double mean = FIRST_MEAN;
  private double variance = FIRST_VARIANCE;
  private double days = FIRST_DAYS;
  private double highest;
  private long day = Long.MIN_VALUE;
  private int intervals;

  DailyPeaks(SpikeSettings settings) {
    share = SpikeSettings.share((double) settings.peaksHalfLife().toMillis() / DAY_MS);
    intervalsPerDay = settings.intervalsIn(Duration.ofDays(1));
  }

  /** Minus the decimal logarithm of how many times a week the days before would show as much. */
  double rarity(double surprise) {
    double scale = Math.sqrt(6 * Math.max(variance, LEAST_VARIANCE)) / Math.PI;
    double mode = mean - EULER * scale;
    double z = (height(surprise) - mode) / scale;
    return z / Math.log(10) - Math.log10(DAYS_PER_WEEK);
  }

  /** Takes a surprise in, to be held against those of later days. */
  void learn(long epochMillis, double surprise) {
    long today = Math.floorDiv(epochMillis, DAY_MS);
    if (today != day) {
      // A day of which less than half was seen says little about days.
      if (2 * intervals >= intervalsPerDay) {
        learnDay(height(highest));
      }
      day = today;
      highest = 0;
      intervals = 0;
    }
    highest = Math.max(highest, surprise);
    intervals++;
  }

  private void learnDay(double height) {
    double step = Math.max(share, 1 / (days + 1));
    days++;
    double error = height - mean;
    mean += step * error;
    variance = (1 - step) * (variance + step * error * error);
  }

  private static double height(double surprise) {
    return Math.log10(1 + surprise);
  }

  void write(ByteBuffer out) {
    out.putDouble(mean).putDouble(variance).putDouble(days).putDouble(highest);
    out.putLong(day).putInt(intervals);
  }

  void read(ByteBuffer in) {
    mean = in.getDouble();
    variance = in.getDouble();
    days = in.getDouble();
    highest = in.getDouble();
    day = in.getLong();
    intervals = in.getInt();
  }
}

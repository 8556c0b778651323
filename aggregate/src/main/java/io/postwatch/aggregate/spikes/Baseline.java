// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.spikes;

import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * What is usual: a count for each hour of a weekday and of a weekend's day, in UTC, times how the
 * last days compare with that.
 */
final class Baseline {
  private static final int HOURS = 24;
  private static final int BINS = 2 * HOURS;
  private static final long HOUR_MS = 3_600_000;
  private static final int WEEKDAYS = 5;

  /** Intervals of an hour seen before it counts for as much as the average of all hours. */
  private static final int HALF_KNOWN = 6;

  /** As if so many intervals had been seen when the average began. */
  private static final int FIRST_INTERVALS = 10;

  /** A mean that is smaller cannot be told from zero. */
  private static final double SMALLEST = 0.02;

  static final int BYTES = BINS * (Float.BYTES + Short.BYTES) + 3 * Double.BYTES + Integer.BYTES;

  private final double levelShare;
  private final double allShare;
  private final double[] binShares;

  private final float[] usual = new float[BINS];
  private final short[] seen = new short[BINS];
  private double ofAll;
  private double recent;
  private double usualOfRecent;
  private int seenOfAll;

  Baseline(SpikeSettings settings) {
    levelShare = SpikeSettings.share(settings.intervalsIn(settings.levelHalfLife()));
    allShare = SpikeSettings.share(settings.intervalsIn(settings.seasonHalfLife()));
    double weeks = (double) settings.seasonHalfLife().toMillis() / Duration.ofDays(7).toMillis();
    double perHour = settings.intervalsIn(Duration.ofHours(1));
    binShares =
        new double[] {
          SpikeSettings.share(WEEKDAYS * perHour * weeks),
          SpikeSettings.share((7 - WEEKDAYS) * perHour * weeks)
        };
  }

  /** Takes the first count for the average, for want of another. */
  void begin(double count) {
    ofAll = count;
  }

  /** Count expected in the interval that begins at a time; above 0. */
  double expected(long epochMillis) {
    double level = (recent + 1) / (usualOfRecent + 1);
    return Math.max(SMALLEST, usual(bin(epochMillis)) * level);
  }

  private double usual(int bin) {
    double known = (double) seen[bin] / (seen[bin] + HALF_KNOWN);
    return known * usual[bin] + (1 - known) * ofAll;
  }

  /** Learns from a count, which the caller has cut so that a spike does not become usual. */
  void learn(long epochMillis, double count) {
    int bin = bin(epochMillis);
    recent += levelShare * (count - recent);
    usualOfRecent += levelShare * (usual(bin) - usualOfRecent);
    seenOfAll = Math.min(seenOfAll + 1, Integer.MAX_VALUE - FIRST_INTERVALS);
    ofAll += Math.max(allShare, 1.0 / (seenOfAll + FIRST_INTERVALS)) * (count - ofAll);
    seen[bin] = (short) Math.min(seen[bin] + 1, Short.MAX_VALUE);
    double share = Math.max(binShares[bin / HOURS], 1.0 / seen[bin]);
    usual[bin] += (float) (share * (count - usual[bin]));
  }

  /** Intervals learned from. */
  int seen() {
    return seenOfAll;
  }

  private static int bin(long epochMillis) {
    long hour = Math.floorDiv(epochMillis, HOUR_MS);
    // 1970-01-01 was a Thursday.
    long day = Math.floorMod(Math.floorDiv(hour, HOURS) + 3, 7);
    return Math.floorMod(hour, HOURS) + (day < WEEKDAYS ? 0 : HOURS);
  }

  void write(ByteBuffer out) {
    for (int bin = 0; bin < BINS; bin++) {
      out.putFloat(usual[bin]).putShort(seen[bin]);
    }
    out.putDouble(ofAll).putDouble(recent).putDouble(usualOfRecent).putInt(seenOfAll);
  }

  void read(ByteBuffer in) {
    for (int bin = 0; bin < BINS; bin++) {
      usual[bin] = in.getFloat();
      seen[bin] = in.getShort();
    }
    ofAll = in.getDouble();
    recent = in.getDouble();
    usualOfRecent = in.getDouble();
    seenOfAll = in.getInt();
  }
}

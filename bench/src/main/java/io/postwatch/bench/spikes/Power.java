// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.spikes;

import io.postwatch.aggregate.spikes.DetectedSpike;
import io.postwatch.aggregate.spikes.SpikeDetector;
import io.postwatch.aggregate.spikes.SpikeSettings;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** False alarms and spikes found in invented series, into which spikes of known size are put. */
final class Power {
  private static final SpikeSettings SETTINGS =
      SpikeSettings.every(Duration.ofMillis(InventedSeries.INTERVAL_MS));
  private static final int DAYS = 56;
  private static final int SERIES = 20;
  private static final int FIRST_DAY = 8;

  /** More of them would be what the series' own past lets expect. */
  private static final int DAYS_BETWEEN = 14;

  /** Length of the spikes that are put in, in intervals: half an hour. */
  private static final int LENGTH = 6;

  private static final double[] SIZES = {1.5, 2, 3, 5, 10, 30};

  private Power() {}

  static void print(PrintStream out) {
    out.printf("  %-45s false a week", "mean, dispersion, wander");
    for (double size : SIZES) {
      out.printf("%7s", "x" + size);
    }
    out.println();
    for (double mean : new double[] {0.05, 0.4, 3, 18, 80}) {
      for (double dispersion : new double[] {0, 0.3, 1}) {
        print(out, new InventedSeries(mean, dispersion, 0));
      }
      print(out, new InventedSeries(mean, 0.3, 0.3));
    }
  }

  private static void print(PrintStream out, InventedSeries series) {
    out.printf(
        "  %-45s %12.2f",
        "%s, %s, %s".formatted(series.mean(), series.dispersion(), series.wander()),
        falsePerWeek(series));
    for (double size : SIZES) {
      out.printf("%6.0f%%", 100 * found(series, size));
    }
    out.println();
  }

  private static double falsePerWeek(InventedSeries series) {
    int alarms = 0;
    for (int seed = 0; seed < SERIES; seed++) {
      alarms += spikes(series.counts(DAYS, new Random(seed))).size();
    }
    return alarms / (SERIES * (DAYS - 2) / 7.0);
  }

  private static double found(InventedSeries series, double size) {
    int found = 0;
    int put = 0;
    for (int seed = 0; seed < SERIES; seed++) {
      Random random = new Random(seed);
      long[] counts = series.counts(DAYS, random);
      List<Long> starts = new ArrayList<>();
      for (int day = FIRST_DAY; day < DAYS - 1; day += DAYS_BETWEEN) {
        int at = day * InventedSeries.PER_DAY + random.nextInt(InventedSeries.PER_DAY);
        for (int i = at; i < at + LENGTH; i++) {
          // The posts of the story come on top, and are as uneven as the others.
          counts[i] += series.sampleAt(series.mean() * (size - 1), random);
        }
        starts.add(InventedSeries.START + at * InventedSeries.INTERVAL_MS);
      }
      List<DetectedSpike> spikes = spikes(counts);
      put += starts.size();
      found += (int) starts.stream().filter(start -> isFound(start, spikes)).count();
    }
    return (double) found / put;
  }

  private static boolean isFound(long start, List<DetectedSpike> spikes) {
    long end = start + 2 * LENGTH * InventedSeries.INTERVAL_MS;
    return spikes.stream().anyMatch(spike -> spike.start() < end && spike.end() > start);
  }

  private static List<DetectedSpike> spikes(long[] counts) {
    SpikeDetector detector = new SpikeDetector(SETTINGS);
    List<DetectedSpike> spikes = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      detector.observe(InventedSeries.START + i * InventedSeries.INTERVAL_MS, counts[i]).stream()
          .filter(DetectedSpike::isOver)
          .forEach(spikes::add);
    }
    detector.lasting().ifPresent(spikes::add);
    return spikes;
  }
}

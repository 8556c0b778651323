// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.spikes;

import io.postwatch.aggregate.spikes.DetectedSpike;
import io.postwatch.aggregate.spikes.SpikeSettings;
import io.postwatch.bench.spikes.LabelledSeries.Window;
import java.util.List;

/**
 * How well spikes agree with the labels.
 *
 * @param windows labelled ones
 * @param hits those in which a spike begins
 * @param lateWindows those that end after the warm-up
 * @param lateHits those of them in which a spike begins
 * @param falseAlarms spikes that begin outside of every window, after the warm-up
 * @param weeks after the warm-up, of all series
 */
record SpikeScore(
    int windows, int hits, int lateWindows, int lateHits, int falseAlarms, double weeks) {
  static final SpikeScore NONE = new SpikeScore(0, 0, 0, 0, 0, 0);

  static SpikeScore of(LabelledSeries series, SpikeSettings settings) {
    return of(series, series.spikes(settings));
  }

  static SpikeScore of(LabelledSeries series, List<DetectedSpike> spikes) {
    List<Window> hit =
        series.windows().stream()
            .filter(window -> spikes.stream().anyMatch(spike -> window.contains(spike.start())))
            .toList();
    long warmUpEnd = series.warmUpEnd();
    return new SpikeScore(
        series.windows().size(),
        hit.size(),
        (int) series.windows().stream().filter(window -> window.end() > warmUpEnd).count(),
        (int) hit.stream().filter(window -> window.end() > warmUpEnd).count(),
        (int)
            spikes.stream()
                .filter(spike -> spike.start() >= warmUpEnd)
                .filter(spike -> isFalse(series, spike))
                .count(),
        series.weeksAfterWarmUp());
  }

  static boolean isFalse(LabelledSeries series, DetectedSpike spike) {
    return series.windows().stream().noneMatch(window -> window.contains(spike.start()));
  }

  SpikeScore plus(SpikeScore other) {
    return new SpikeScore(
        windows + other.windows,
        hits + other.hits,
        lateWindows + other.lateWindows,
        lateHits + other.lateHits,
        falseAlarms + other.falseAlarms,
        weeks + other.weeks);
  }

  double falsePerWeek() {
    return falseAlarms / weeks;
  }

  @Override
  public String toString() {
    return "%2d of %2d windows hit (%3.0f%%); after the warm-up %2d of %2d; %2d false alarms, %.2f a week"
        .formatted(
            hits,
            windows,
            100.0 * hits / windows,
            lateHits,
            lateWindows,
            falseAlarms,
            falsePerWeek());
  }
}

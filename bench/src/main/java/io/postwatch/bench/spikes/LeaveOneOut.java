// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.spikes;

import io.postwatch.aggregate.spikes.SpikeSettings;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each series by the settings that are best on the others, of all that are tried. */
final class LeaveOneOut {
  /** What a user bears. */
  private static final double MOST_FALSE_PER_WEEK = 0.7;

  private final List<LabelledSeries> all;
  private final List<Variant> tried;
  private final Map<Variant, Map<LabelledSeries, SpikeScore>> scores = new HashMap<>();

  LeaveOneOut(List<LabelledSeries> all, List<Variant> tried) {
    this.all = all;
    this.tried = tried;
  }

  void print(PrintStream out) {
    for (Variant variant : tried) {
      Map<LabelledSeries, SpikeScore> bySeries = new HashMap<>();
      for (LabelledSeries series : all) {
        SpikeSettings settings = variant.of(SpikeSettings.every(series.interval()));
        bySeries.put(series, SpikeScore.of(series, settings));
      }
      scores.put(variant, bySeries);
    }
    long good =
        tried.stream()
            .map(variant -> total(variant, null))
            .filter(score -> score.falsePerWeek() <= MOST_FALSE_PER_WEEK)
            .filter(score -> score.hits() >= 0.85 * score.windows())
            .count();
    out.printf(
        "  %d of %d settings tried hit 85%% at no more than 0.7 on all%n", good, tried.size());
    SpikeScore total = SpikeScore.NONE;
    for (LabelledSeries series : all) {
      Variant best = bestWithout(series);
      SpikeScore score = scores.get(best).get(series);
      total = total.plus(score);
      out.printf("  %-6s %s  (by %s)%n", series.name(), score, best.name());
    }
    out.printf("  %-6s %s%n", "all", total);
  }

  /**
   * Of the settings with the most hits within what a user bears, the one in the middle by false
   * alarms: at the edges, either is about to change.
   */
  private Variant bestWithout(LabelledSeries left) {
    List<Variant> bearable =
        tried.stream()
            .filter(v -> total(v, left).falsePerWeek() <= MOST_FALSE_PER_WEEK)
            .sorted(Comparator.comparingInt(v -> total(v, left).falseAlarms()))
            .toList();
    int most = bearable.stream().mapToInt(v -> total(v, left).hits()).max().orElseThrow();
    List<Variant> best = bearable.stream().filter(v -> total(v, left).hits() == most).toList();
    return best.get(best.size() / 2);
  }

  private SpikeScore total(Variant variant, LabelledSeries left) {
    return all.stream()
        .filter(series -> series != left)
        .map(scores.get(variant)::get)
        .reduce(SpikeScore.NONE, SpikeScore::plus);
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.spikes;

import io.postwatch.aggregate.spikes.DetectedSpike;
import io.postwatch.aggregate.spikes.SpikeDetector;
import io.postwatch.aggregate.spikes.SpikeSettings;
import io.postwatch.bench.Corpus;
import io.postwatch.bench.Stopwatch;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** Scores the detection of spikes on series that people labelled, and on invented ones. */
final class Spikes {
  private Spikes() {}

  public static void main(String[] args) throws Exception {
    List<LabelledSeries> all = LabelledSeries.read(Corpus.of(args).require("spikes"));
    System.out.println("One setting for all:");
    SpikeScore total = SpikeScore.NONE;
    for (LabelledSeries series : all) {
      SpikeScore score = SpikeScore.of(series, SpikeSettings.every(series.interval()));
      total = total.plus(score);
      System.out.printf("  %-6s %s%n", series.name(), score);
    }
    System.out.printf("  %-6s %s%n", "all", total);
    if (List.of(args).contains("--errors")) {
      all.forEach(Spikes::printSpikes);
    }
    System.out.println("Each value alone:");
    for (Variant variant : Variant.ofEach()) {
      System.out.printf("  %-24s %s%n", variant.name(), score(all, variant));
    }
    System.out.println("The same series, changed:");
    for (double share : new double[] {0.7, 0.5, 0.3, 0.1}) {
      printChanged("each post seen with " + share, all, series -> series.thinned(share));
    }
    for (int times : new int[] {2, 3, 6}) {
      printChanged("intervals x " + times, all, series -> series.summed(times));
    }
    System.out.println("Settings chosen on the other four:");
    new LeaveOneOut(all, Variant.grid()).print(System.out);
    System.out.println("Invented series, spikes of half an hour found by size:");
    Power.print(System.out);
    long intervals = all.stream().mapToLong(series -> series.rows().size()).sum();
    double seconds =
        Stopwatch.seconds(
            5, List.of(() -> all.forEach(s -> s.spikes(SpikeSettings.every(s.interval())))))[0];
    System.out.printf(
        "%.1f us an interval; state of a series: %d bytes%n",
        1e6 * seconds / intervals, SpikeDetector.BYTES);
  }

  private static void printChanged(
      String how, List<LabelledSeries> all, UnaryOperator<LabelledSeries> change) {
    Variant same = new Variant(how, UnaryOperator.identity());
    System.out.printf("  %-24s %s%n", how, score(all.stream().map(change).toList(), same));
  }

  private static SpikeScore score(List<LabelledSeries> all, Variant variant) {
    return all.stream()
        .map(series -> SpikeScore.of(series, variant.of(SpikeSettings.every(series.interval()))))
        .reduce(SpikeScore.NONE, SpikeScore::plus);
  }

  private static void printSpikes(LabelledSeries series) {
    for (DetectedSpike spike : series.spikes(SpikeSettings.every(series.interval()))) {
      System.out.printf(
          "  %-6s %s to %s: %d, expected %.1f, score %.2f%s%n",
          series.name(),
          Instant.ofEpochMilli(spike.start()),
          Instant.ofEpochMilli(spike.end()),
          spike.observed(),
          spike.expected(),
          spike.score(),
          SpikeScore.isFalse(series, spike) ? "  false" : "");
    }
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.aggregate.spikes.DetectedSpike;
import io.postwatch.aggregate.spikes.SeriesRow;
import io.postwatch.aggregate.spikes.SpikeDetector;
import io.postwatch.aggregate.spikes.SpikeSettings;
import io.postwatch.aggregate.windows.WindowSize;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the spikes of a series; keeps no more of it than tells the length of its intervals. */
final class SeriesSpikes {
  private static final int FIRST_ROWS = 1_000;

  private final SeriesRows rows;
  private final WindowSize interval;
  private final SpikePrinter printer;

  /**
   * @param interval null: as most of the first rows have it
   */
  SeriesSpikes(SeriesRows rows, WindowSize interval, SpikePrinter printer) {
    this.rows = rows;
    this.interval = interval;
    this.printer = printer;
  }

  /** Prints each spike when it is over, and at the end the one that is not. */
  void print() throws IOException {
    List<SeriesRow> first = new ArrayList<>();
    Optional<SeriesRow> row = rows.next();
    for (; row.isPresent() && first.size() < FIRST_ROWS; row = rows.next()) {
      first.add(row.get());
    }
    SpikeDetector detector = new SpikeDetector(settings(first));
    first.forEach(early -> observe(detector, early));
    for (; row.isPresent(); row = rows.next()) {
      observe(detector, row.get());
    }
    detector.lasting().ifPresent(printer::print);
  }

  private void observe(SpikeDetector detector, SeriesRow row) {
    detector.observe(row.start(), row.count()).stream()
        .filter(DetectedSpike::isOver)
        .forEach(printer::print);
  }

  private SpikeSettings settings(List<SeriesRow> first) throws IOException {
    long millis =
        interval != null
            ? interval.millis()
            : SeriesRow.usualInterval(first)
                .orElseThrow(
                    () ->
                        new IOException(
                            "%s: %d rows of timestamp,value; expected at least 2"
                                .formatted(rows.name(), first.size())));
    try {
      return SpikeSettings.every(Duration.ofMillis(millis));
    } catch (IllegalArgumentException e) {
      throw new IOException(rows.name() + ": " + e.getMessage(), e);
    }
  }
}

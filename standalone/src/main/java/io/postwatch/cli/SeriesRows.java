// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.aggregate.spikes.SeriesRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** The rows of a series in order of time; what is none is said, left out and counted. */
final class SeriesRows {
  private static final int MAX_CHARS = 200;

  /** More lines of the kind tell nothing new. */
  private static final int MAX_COMPLAINTS = 20;

  private final String name;
  private final BoundedLines lines;
  private final Consumer<String> complaints;
  private long last = Long.MIN_VALUE;
  private long bad;

  /**
   * @param complaints takes one line for each bad row, up to a bound
   */
  SeriesRows(String name, BufferedReader in, Consumer<String> complaints) {
    this.name = name;
    this.lines = new BoundedLines(in, MAX_CHARS);
    this.complaints = complaints;
  }

  /** The next good row; none at the end. */
  Optional<SeriesRow> next() throws IOException {
    for (String line = lines.next(); line != null; line = lines.next()) {
      String row = lines.number() == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
      boolean isHeading = lines.number() == 1 && row.strip().equalsIgnoreCase(SeriesRow.HEADING);
      if (!isHeading && !row.isBlank()) {
        Optional<SeriesRow> parsed = parse(row.strip());
        if (parsed.isPresent()) {
          return parsed;
        }
      }
    }
    if (bad > MAX_COMPLAINTS) {
      complaints.accept(name + ": " + bad + " bad rows in all, left out");
    }
    return Optional.empty();
  }

  private Optional<SeriesRow> parse(String line) {
    try {
      SeriesRow row = SeriesRow.parse(line);
      if (row.start() <= last) {
        throw new IllegalArgumentException(
            "%s: expected a time after the row before, %s"
                .formatted(Instant.ofEpochMilli(row.start()), Instant.ofEpochMilli(last)));
      }
      last = row.start();
      return Optional.of(row);
    } catch (IllegalArgumentException e) {
      if (++bad <= MAX_COMPLAINTS) {
        complaints.accept(name + ", line " + lines.number() + ": " + e.getMessage());
      }
      return Optional.empty();
    }
  }

  /** Bad rows so far. */
  long bad() {
    return bad;
  }

  String name() {
    return name;
  }
}

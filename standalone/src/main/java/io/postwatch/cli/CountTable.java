// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.CountedFigure;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.IncidentCountKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts as a table for people. */
final class CountTable {
  private static final List<String> HEADINGS =
      List.of(
          "WINDOW (UTC)",
          "SIZE",
          "TOPIC",
          "PLACE",
          "POSTS",
          "SIGHTINGS",
          "AUTHORS",
          "OUTLETS",
          "STATUS",
          "CLAIMED");

  /** Columns that hold numbers, set to the right. */
  private static final int FIRST_NUMBER = 4;

  private static final int LAST_NUMBER = 7;

  private static final DateTimeFormatter DAY = format("yyyy-MM-dd");
  private static final DateTimeFormatter MINUTE = format("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter SECOND = format("yyyy-MM-dd HH:mm:ss");

  private CountTable() {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  /** The lines of the table, headings first, in the order of the map. */
  static List<String> lines(Map<IncidentCountKey, IncidentCount> counts) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    counts.forEach((key, count) -> rows.add(row(key, count)));
    List<Integer> widths = new ArrayList<>(Collections.nCopies(HEADINGS.size(), 0));
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        widths.set(column, Math.max(widths.get(column), row.get(column).length()));
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      String padding = " ".repeat(widths.get(column) - cell.length());
      boolean isNumber = column >= FIRST_NUMBER && column <= LAST_NUMBER;
      line.append(isNumber ? padding + cell : cell + padding).append("  ");
    }
    return line.toString().stripTrailing();
  }

  private static List<String> row(IncidentCountKey key, IncidentCount count) {
    WindowSize size = new WindowSize(key.getWindowSize());
    return List.of(
        start(key.getWindowStart(), key.getWindowSize()),
        size.toString(),
        key.getTopic(),
        place(key, count),
        Long.toString(count.getPosts()),
        Long.toString(count.getSightings()),
        Long.toString(count.getAuthors()),
        Long.toString(count.getOutlets()),
        count.getStatus().name(),
        count.getFigures().stream().map(CountTable::figure).collect(Collectors.joining(", ")));
  }

  private static String start(Instant start, long sizeMillis) {
    if (sizeMillis % Duration.ofDays(1).toMillis() == 0) {
      return DAY.format(start);
    }
    return (sizeMillis % Duration.ofMinutes(1).toMillis() == 0 ? MINUTE : SECOND).format(start);
  }

  private static String place(IncidentCountKey key, IncidentCount count) {
    if (key.getPlace().isEmpty()) {
      return "(all)";
    }
    return Printable.of(count.getPlaceName() == null ? key.getPlace() : count.getPlaceName());
  }

  private static String figure(CountedFigure figure) {
    String number =
        switch (figure.getModifier()) {
          case EXACT -> Long.toString(figure.getCount());
          case AT_LEAST -> figure.getCount() + "+";
          case AT_MOST -> "up to " + figure.getCount();
          case ABOUT -> "about " + figure.getCount();
          case RANGE -> figure.getCount() + "-" + figure.getUpper();
        };
    String kind = figure.getKind().name().toLowerCase(Locale.ROOT);
    boolean isPeople = figure.getUnit() == null || figure.getUnit().equals("people");
    return number + " " + kind + (isPeople ? "" : " (" + Printable.of(figure.getUnit()) + ")");
  }
}

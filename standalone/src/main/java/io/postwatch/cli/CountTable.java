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
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Counts as a table for people. */
final class CountTable {
  private record Column(
      String heading, boolean isNumber, BiFunction<IncidentCountKey, IncidentCount, String> cell) {}

  private static final String CLOCK = "CLOCK";

  private static final List<Column> COLUMNS =
      List.of(
          text("WINDOW (UTC)", (key, count) -> start(key.getWindowStart(), key.getWindowSize())),
          text("SIZE", (key, count) -> new WindowSize(key.getWindowSize()).toString()),
          text(CLOCK, (key, count) -> key.getClock().name()),
          text("TOPIC", (key, count) -> key.getTopic()),
          text("PLACE", CountTable::place),
          number("POSTS", IncidentCount::getPosts),
          number("TEXTS", IncidentCount::getDistinctTexts),
          number("SIGHTINGS", IncidentCount::getSightings),
          number("AUTHORS", IncidentCount::getAuthors),
          number("OUTLETS", IncidentCount::getOutlets),
          text("STATUS", (key, count) -> count.getStatus().name()),
          text("CLAIMED", (key, count) -> figures(count)));

  private static final DateTimeFormatter DAY = format("yyyy-MM-dd");
  private static final DateTimeFormatter MINUTE = format("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter SECOND = format("yyyy-MM-dd HH:mm:ss");

  private CountTable() {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  /**
   * The lines of the table, headings first, in the order of the map.
   *
   * @param isByClock whether to name the clock, which most people need not know of
   */
  static List<String> lines(Map<IncidentCountKey, IncidentCount> counts, boolean isByClock) {
    List<Column> columns =
        COLUMNS.stream().filter(column -> isByClock || !column.heading().equals(CLOCK)).toList();
    List<List<String>> rows = new ArrayList<>();
    rows.add(columns.stream().map(Column::heading).toList());
    counts.forEach(
        (key, count) ->
            rows.add(columns.stream().map(column -> column.cell().apply(key, count)).toList()));
    List<Integer> widths = new ArrayList<>(Collections.nCopies(columns.size(), 0));
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        widths.set(column, Math.max(widths.get(column), row.get(column).length()));
      }
    }
    return rows.stream().map(row -> line(row, columns, widths)).toList();
  }

  private static String line(List<String> row, List<Column> columns, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      String padding = " ".repeat(widths.get(column) - cell.length());
      line.append(columns.get(column).isNumber() ? padding + cell : cell + padding).append("  ");
    }
    return line.toString().stripTrailing();
  }

  private static Column text(
      String heading, BiFunction<IncidentCountKey, IncidentCount, String> cell) {
    return new Column(heading, false, cell);
  }

  private static Column number(String heading, ToLongFunction<IncidentCount> cell) {
    return new Column(heading, true, (key, count) -> Long.toString(cell.applyAsLong(count)));
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

  private static String figures(IncidentCount count) {
    return count.getFigures().stream().map(CountTable::figure).collect(Collectors.joining(", "));
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

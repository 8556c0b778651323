// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.spikes;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A row of a series of counts.
 *
 * @param start of the interval, in milliseconds since 1970-01-01 UTC
 * @param count in the interval, 0 or more
 */
public record SeriesRow(long start, long count) {
  /** The first line of a series. */
  public static final String HEADING = "timestamp,value";

  private static final String EXPECTED_TIME =
      "expected a time such as 2025-03-04 20:05:00, in UTC unless an offset follows";

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  /** Twelve digits: a sum over years still fits in a long. */
  private static final Pattern COUNT = Pattern.compile("([0-9]{1,12})(?:\\.0{0,9})?");

  /**
   * Reads {@code timestamp,value}.
   *
   * @throws IllegalArgumentException if it is no such row; the message says what was expected
   */
  public static SeriesRow parse(String line) {
    String[] cells = line.split(",", 3);
    if (cells.length != 2) {
      throw new IllegalArgumentException("\"" + line + "\": expected " + HEADING);
    }
    return new SeriesRow(time(cell(cells[0])), count(cell(cells[1])));
  }

  private static String cell(String cell) {
    String text = cell.strip();
    boolean isQuoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return isQuoted ? text.substring(1, text.length() - 1) : text;
  }

  private static long time(String text) {
    try {
      String iso = text.replaceFirst(" ", "T");
      TemporalAccessor time = TIME.parseBest(iso, OffsetDateTime::from, LocalDateTime::from);
      Instant instant =
          time instanceof OffsetDateTime known
              ? known.toInstant()
              : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
      if (!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
        return instant.toEpochMilli();
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    throw new IllegalArgumentException("timestamp \"" + text + "\": " + EXPECTED_TIME);
  }

  private static long count(String text) {
    var form = COUNT.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "value \"" + text + "\": expected a whole number from 0 to 999999999999");
    }
    return Long.parseLong(form.group(1));
  }

  /**
   * Length of the intervals, in milliseconds: the difference of neighbours that most rows have, the
   * shorter of two as frequent; none for fewer than two rows.
   */
  public static OptionalLong usualInterval(List<SeriesRow> rows) {
    Map<Long, Integer> times = new HashMap<>();
    for (int i = 1; i < rows.size(); i++) {
      times.merge(rows.get(i).start() - rows.get(i - 1).start(), 1, Integer::sum);
    }
    return times.entrySet().stream()
        .max(
            Map.Entry.<Long, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(entry -> OptionalLong.of(entry.getKey()))
        .orElseGet(OptionalLong::empty);
  }
}

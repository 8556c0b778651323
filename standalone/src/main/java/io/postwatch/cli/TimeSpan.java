// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A time as people give it: a moment, or a whole day.
 *
 * @param from inclusive
 * @param until exclusive; a moment is a millisecond long
 */
record TimeSpan(Instant from, Instant until) {
  /** ISO 8601: a date, or a date and time with or without an offset; without one it is UTC. */
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd['T'HH:mm[:ss[.SSS]][XXX]]", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /**
   * Reads a day or a moment.
   *
   * @throws IllegalArgumentException saying what was expected
   */
  static TimeSpan parse(String text) {
    try {
      TemporalAccessor time =
          FORM.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      if (time instanceof LocalDate day) {
        return new TimeSpan(midnight(day), midnight(day.plusDays(1)));
      }
      Instant moment =
          time instanceof LocalDateTime local
              ? local.toInstant(ZoneOffset.UTC)
              : ((OffsetDateTime) time).toInstant();
      return new TimeSpan(moment, moment.plusMillis(1));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is not a time: expected a day or a moment, such as 2026-04-16 or"
              + " 2026-04-16T20:15:00Z",
          e);
    }
  }

  /** Whether any of a window lies in this time. */
  boolean meets(Instant windowStart, long windowMillis) {
    return windowStart.isBefore(until) && windowStart.plusMillis(windowMillis).isAfter(from);
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Reads it from the command line, with its own complaint. */
  static final class Converter implements ITypeConverter<TimeSpan> {
    @Override
    public TimeSpan convert(String text) {
      try {
        return parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}

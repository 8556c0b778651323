// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** Times as pages write them for machines: ISO 8601 in its common spellings. */
final class IsoTime {
  private static final int MAX_LENGTH = 40;

  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][ ]HH:mm[:ss]")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalEnd()
          .optionalStart()
          .appendPattern("[ ][XXX][XX][X]")
          .optionalEnd()
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private IsoTime() {}

  /** The instant; without an offset UTC stands in, without a time the day's start. */
  static Optional<Instant> parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      return Optional.of(instant(FORMAT.parse(text.strip())));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant instant(TemporalAccessor time) {
    if (time.isSupported(ChronoField.OFFSET_SECONDS)) {
      return OffsetDateTime.from(time).toInstant();
    }
    if (time.isSupported(ChronoField.HOUR_OF_DAY)) {
      return LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
    }
    return LocalDate.from(time).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}

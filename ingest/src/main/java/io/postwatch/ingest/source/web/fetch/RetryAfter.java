// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header in which a site says when to come again (RFC 9110, 10.2.3). */
final class RetryAfter {
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofDays(1);

  private RetryAfter() {}

  /** Seconds or a date, held to between a second and a day; empty for anything else. */
  static Optional<Duration> parse(String header, Instant now) {
    String text = header.strip();
    try {
      Duration wait =
          text.matches("[0-9]{1,12}")
              ? Duration.ofSeconds(Long.parseLong(text))
              : Duration.between(
                  now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      return Optional.of(
          wait.compareTo(MOST) > 0 ? MOST : wait.compareTo(LEAST) < 0 ? LEAST : wait);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

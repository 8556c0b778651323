// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Hours of each day in which nobody wants to be told.
 *
 * @param from when they begin
 * @param to when they end, the next day where it is not after {@code from}; not the same
 */
record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {
  QuietHours {
    if (from.equals(to)) {
      throw new IllegalArgumentException("expected from and to to differ");
    }
  }

  /**
   * Whether a moment is in them.
   *
   * <p>By the moments at which a day's begin and end, so that where clocks are changed they begin
   * and end once: a time that is skipped is the moment after, of one that is there twice the first
   * counts.
   */
  boolean include(Instant moment) {
    LocalDate day = moment.atZone(zone).toLocalDate();
    return includesOf(day.minusDays(1), moment) || includesOf(day, moment);
  }

  private boolean includesOf(LocalDate day, Instant moment) {
    Instant begin = day.atTime(from).atZone(zone).toInstant();
    LocalDate last = to.isAfter(from) ? day : day.plusDays(1);
    Instant end = last.atTime(to).atZone(zone).toInstant();
    return !moment.isBefore(begin) && moment.isBefore(end);
  }
}

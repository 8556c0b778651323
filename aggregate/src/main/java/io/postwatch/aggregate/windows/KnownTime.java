// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.windows;

import io.postwatch.schema.Clock;
import io.postwatch.schema.Incident;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A time as far as it is known: somewhere in an interval as wide as its precision.
 *
 * @param from earliest possible time, epoch milliseconds
 * @param until one past the latest possible time, epoch milliseconds
 */
public record KnownTime(long from, long until) {

  /** The time of an incident by a clock; empty when that clock cannot tell it. */
  public static Optional<KnownTime> of(Clock clock, Incident incident) {
    return switch (clock) {
      case POSTED -> posted(incident);
      case SEEN -> Optional.of(seen(incident));
    };
  }

  /** Start of the window of a rule that surely holds an incident; empty when there is none. */
  public static OptionalLong windowStart(WindowRule rule, Incident incident) {
    Optional<KnownTime> time = of(rule.clock(), incident);
    return time.isPresent() ? time.get().windowStart(rule.size()) : OptionalLong.empty();
  }

  /** When an incident's post was written; empty when only the moment of its ingest is known. */
  static Optional<KnownTime> posted(Incident incident) {
    if (incident.getPostedAtPrecision() == TimePrecision.UNKNOWN
        || incident.getPostedAtSource() == TimeSource.INGEST) {
      return Optional.empty();
    }
    long width = millis(incident.getPostedAtPrecision());
    long from = Math.floorDiv(incident.getPostedAt().toEpochMilli(), width) * width;
    return Optional.of(new KnownTime(from, from + width));
  }

  /** When an incident's post arrived: always known, and exactly. */
  static KnownTime seen(Incident incident) {
    long at = incident.getIngestedAt().toEpochMilli();
    return new KnownTime(at, at + 1);
  }

  /**
   * Start of the window that surely holds this time; empty when the time is not known exactly
   * enough: a post of which only the day is known belongs to no hour.
   */
  public OptionalLong windowStart(WindowSize size) {
    long start = size.startOf(from);
    return until <= start + size.millis() ? OptionalLong.of(start) : OptionalLong.empty();
  }

  private static long millis(TimePrecision precision) {
    return switch (precision) {
      case MILLIS -> 1;
      case SECOND -> 1_000;
      case MINUTE -> 60_000;
      case DAY -> 86_400_000;
      case UNKNOWN -> throw new IllegalArgumentException("an unknown time has no width");
    };
  }
}

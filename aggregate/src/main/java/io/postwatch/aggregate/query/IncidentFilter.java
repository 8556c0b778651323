// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import io.postwatch.aggregate.counting.Windows;
import io.postwatch.aggregate.windows.WindowRule;
import io.postwatch.schema.Clock;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which incidents are asked for.
 *
 * @param topics any of these; empty: any
 * @param place GeoNames id or country code, for which an incident counts; empty: any
 * @param clock by which from and to are, and the order
 * @param from epoch milliseconds, inclusive; {@link #FOR_EVER} below 0: since ever
 * @param to exclusive; {@link #FOR_EVER}: until now
 * @param watchList whose posts; {@link io.postwatch.aggregate.counting.CountKey#NO_LIST}:
 *     everybody's
 * @param platform of the post; empty: any
 * @param post key of the one post; empty: any
 */
public record IncidentFilter(
    Set<String> topics,
    String place,
    Clock clock,
    long from,
    long to,
    String watchList,
    String platform,
    String post) {
  public static final long FOR_EVER = Long.MAX_VALUE;

  public IncidentFilter {
    topics = Set.copyOf(topics);
  }

  /**
   * The windows that are asked for: the longest of the clock's of which the time is a whole number,
   * else the shortest; empty when nothing is counted by the clock. So the time of a count is
   * answered with what that count counts.
   */
  OptionalInt window(Windows windows) {
    OptionalInt found = OptionalInt.empty();
    for (int window = 0; window < windows.count(); window++) {
      WindowRule rule = windows.rule(window);
      // By size, the shortest first.
      if (rule.clock() == clock && (found.isEmpty() || isWhole(rule.size().millis()))) {
        found = OptionalInt.of(window);
      }
    }
    return found;
  }

  private boolean isWhole(long size) {
    return (from <= 0 || from % size == 0) && (to == FOR_EVER || to % size == 0);
  }
}

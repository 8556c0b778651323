// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait after failures in a row: twice as long each time, and a part of it by chance, so
 * that many who failed together do not come again together.
 *
 * @param chance from 0 to 1
 */
public record Backoff(DoubleSupplier chance) {
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 20;

  /** Half of the doubled time at least, all of it at the most. */
  public Duration after(int failures) {
    return after(failures, FIRST);
  }

  /**
   * As {@link #after(int)}, but from another start.
   *
   * @param first of which at least half is waited after the first failure, up to an hour
   */
  public Duration after(int failures, Duration first) {
    int doublings = Math.min(Math.max(failures, 1) - 1, MOST_DOUBLINGS);
    long start = Math.min(first.toMillis(), LONGEST.toMillis());
    long millis = Math.min(start << doublings, LONGEST.toMillis());
    return Duration.ofMillis(millis / 2 + (long) (millis / 2.0 * chance.getAsDouble()));
  }
}

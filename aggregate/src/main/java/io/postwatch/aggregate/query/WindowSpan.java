// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Clock;

/**
 * Windows that follow each other.
 *
 * @param clock which time they follow
 * @param size of each
 * @param from start of the first, epoch milliseconds
 * @param to end of the last, epoch milliseconds; not after {@code from}: there are none
 */
public record WindowSpan(Clock clock, WindowSize size, long from, long to) {

  /** The windows that begin at {@code from} or later and before {@code to}. */
  public static WindowSpan between(Clock clock, WindowSize size, long from, long to) {
    return new WindowSpan(clock, size, ceiling(size, from), ceiling(size, to));
  }

  /** How many. */
  public long number() {
    return Math.max(0, (to - from) / size.millis());
  }

  /** Start of one of them, the oldest being number 0. */
  public long start(int number) {
    return from + number * size.millis();
  }

  private static long ceiling(WindowSize size, long time) {
    return -Math.floorDiv(-time, size.millis()) * size.millis();
  }
}

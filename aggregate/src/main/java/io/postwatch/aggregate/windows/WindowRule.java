// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.windows;

import java.time.Duration;

/**
 * A window size that is counted, and how long its windows stay open for what comes late.
 *
 * @param size length of the windows
 * @param grace how far the clock runs past a window's end before it closes: 0 to 3660 days
 * @throws IllegalArgumentException if the grace is out of these bounds
 */
public record WindowRule(WindowSize size, Duration grace) {
  private static final Duration LONGEST_GRACE = Duration.ofDays(3660);

  public WindowRule {
    if (grace.isNegative() || grace.compareTo(LONGEST_GRACE) > 0) {
      throw new IllegalArgumentException(
          "a grace of "
              + grace
              + " for windows of "
              + size
              + " is not possible: expected 0 to "
              + LONGEST_GRACE.toDays()
              + " days");
    }
  }

  /**
   * The usual grace of a size on the POSTED clock: 6 hours below an hour, 3 days below a day, else
   * 14 days, because articles embed posts that are days old.
   */
  public static WindowRule posted(WindowSize size) {
    if (size.compareTo(WindowSize.HOUR) < 0) {
      return new WindowRule(size, Duration.ofHours(6));
    }
    return new WindowRule(size, Duration.ofDays(size.compareTo(WindowSize.DAY) < 0 ? 3 : 14));
  }

  /** The clock time at which the window that starts at {@code windowStart} closes, in epoch ms. */
  public long closesAt(long windowStart) {
    return windowStart + size.millis() + grace.toMillis();
  }
}

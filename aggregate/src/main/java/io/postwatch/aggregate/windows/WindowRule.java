// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.windows;

import io.postwatch.schema.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * A clock and window size that are counted, and how long the windows stay open for what comes late.
 *
 * @param clock which time the windows follow
 * @param size length of the windows
 * @param grace how far the clock runs past a window's end before it closes: 0 to 3660 days
 * @throws IllegalArgumentException if the grace is out of these bounds
 */
public record WindowRule(Clock clock, WindowSize size, Duration grace) {
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
   * The usual grace of a size, below an hour, below a day, and from a day on.
   *
   * <p>POSTED: 6 hours, 3 days, 14 days, because articles embed posts that are days old. SEEN: 10,
   * 30 and 60 seconds, since arrivals are out of order only by what the stages' partitions are
   * behind each other.
   */
  public static WindowRule usual(Clock clock, WindowSize size) {
    boolean isShort = size.compareTo(WindowSize.HOUR) < 0;
    boolean isMiddling = size.compareTo(WindowSize.DAY) < 0;
    Duration grace =
        switch (clock) {
          case POSTED -> isShort ? Duration.ofHours(6) : Duration.ofDays(isMiddling ? 3 : 14);
          case SEEN -> Duration.ofSeconds(isShort ? 10 : isMiddling ? 30 : 60);
        };
    return new WindowRule(clock, size, grace);
  }

  /** The usual rules of several sizes by one clock. */
  public static List<WindowRule> usual(Clock clock, Collection<WindowSize> sizes) {
    return sizes.stream().map(size -> usual(clock, size)).toList();
  }

  /** The clock time at which the window that starts at {@code windowStart} closes, in epoch ms. */
  public long closesAt(long windowStart) {
    return windowStart + size.millis() + grace.toMillis();
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.windows;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Length of a tumbling window: whole seconds, from one second to 366 days.
 *
 * @param millis the length in milliseconds
 * @throws IllegalArgumentException if the length is out of these bounds
 */
public record WindowSize(long millis) implements Comparable<WindowSize> {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,8})([smhd])");
  private static final long SECOND_MS = 1_000;
  private static final long LONGEST_MS = Duration.ofDays(366).toMillis();

  public static final WindowSize MINUTE = of(Duration.ofMinutes(1));
  public static final WindowSize HOUR = of(Duration.ofHours(1));
  public static final WindowSize DAY = of(Duration.ofDays(1));

  public WindowSize {
    if (millis < SECOND_MS || millis > LONGEST_MS || millis % SECOND_MS != 0) {
      throw new IllegalArgumentException(
          "a window of " + millis + " ms is not possible: expected whole seconds, from 1s to 366d");
    }
  }

  public static WindowSize of(Duration length) {
    return new WindowSize(length.toMillis());
  }

  /**
   * Reads a length such as {@code 30s}, {@code 15m}, {@code 1h} or {@code 7d}.
   *
   * @throws IllegalArgumentException if the text has another form or is out of bounds; the message
   *     says what was expected
   */
  public static WindowSize parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is not a window size: expected a whole number followed by s, m, h or d, such as"
              + " 1m, 1h or 1d");
    }
    return new WindowSize(Long.parseLong(form.group(1)) * unitMillis(form.group(2).charAt(0)));
  }

  /** Start of the window that holds an instant; windows are aligned to 1970-01-01 UTC. */
  public long startOf(long epochMillis) {
    return Math.floorDiv(epochMillis, millis) * millis;
  }

  @Override
  public int compareTo(WindowSize other) {
    return Long.compare(millis, other.millis);
  }

  /** The shortest form that {@link #parse} reads: {@code 1h}, not {@code 60m}. */
  @Override
  public String toString() {
    char unit = 's';
    for (char larger : new char[] {'m', 'h', 'd'}) {
      unit = millis % unitMillis(larger) == 0 ? larger : unit;
    }
    return millis / unitMillis(unit) + String.valueOf(unit);
  }

  private static long unitMillis(char unit) {
    return switch (unit) {
      case 's' -> SECOND_MS;
      case 'm' -> 60 * SECOND_MS;
      case 'h' -> 3_600 * SECOND_MS;
      default -> 86_400 * SECOND_MS;
    };
  }
}

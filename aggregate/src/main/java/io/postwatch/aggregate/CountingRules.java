// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.aggregate.windows.WindowRule;
import io.postwatch.aggregate.windows.WindowSize;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How incidents are counted.
 *
 * @param windows sizes that are counted side by side: 1 to 16, each once
 * @param maxFutureSkew how far after its ingest a post may claim to be written: 0 to 366 days;
 *     beyond it the incident is invalid and the clock stays as it is
 * @param idleAfter how long a task's input must be silent until the wall clock takes the place of
 *     the stream's, so that windows close; empty: never
 * @param retention how long what a closed window counted is kept after its last change, so that it
 *     can be corrected; used with {@link Lateness#DIVERT} only
 * @param lateness what becomes of an incident whose window has closed
 * @throws IllegalArgumentException if a value is out of its bounds; the message says which
 */
public record CountingRules(
    List<WindowRule> windows,
    Duration maxFutureSkew,
    Optional<Duration> idleAfter,
    Duration retention,
    Lateness lateness) {
  private static final int MOST_WINDOWS = 16;
  private static final Duration YEAR = Duration.ofDays(366);

  public CountingRules {
    windows = List.copyOf(windows);
    require(
        !windows.isEmpty() && windows.size() <= MOST_WINDOWS,
        "windows: expected 1 to " + MOST_WINDOWS + " sizes, found " + windows.size());
    Set<WindowSize> sizes = new HashSet<>();
    for (WindowRule window : windows) {
      require(sizes.add(window.size()), "windows: " + window.size() + " is named twice");
    }
    require(
        !maxFutureSkew.isNegative() && maxFutureSkew.compareTo(YEAR) <= 0,
        "maxFutureSkew: expected 0 to 366 days, found " + maxFutureSkew);
    idleAfter.ifPresent(idle -> requirePositive("idleAfter", idle));
    requirePositive("retention", retention);
  }

  /** The usual rules of a live stream: idle after a minute, corrections for a week. */
  public static CountingRules live(Collection<WindowSize> sizes) {
    return new CountingRules(
        posted(sizes),
        Duration.ofDays(1),
        Optional.of(Duration.ofMinutes(1)),
        Duration.ofDays(7),
        Lateness.DIVERT);
  }

  /** The usual rules of a finite input in any order: all of it counts, windows close on demand. */
  public static CountingRules archive(Collection<WindowSize> sizes) {
    return new CountingRules(
        posted(sizes), Duration.ofDays(1), Optional.empty(), Duration.ofDays(7), Lateness.ACCEPT);
  }

  /** The rule of a size; empty when that size is not counted (any more). */
  public Optional<WindowRule> window(WindowSize size) {
    return windows.stream().filter(window -> window.size().equals(size)).findFirst();
  }

  private static List<WindowRule> posted(Collection<WindowSize> sizes) {
    return sizes.stream().map(WindowRule::posted).toList();
  }

  private static void requirePositive(String name, Duration duration) {
    require(
        !duration.isNegative()
            && !duration.isZero()
            && duration.compareTo(YEAR.multipliedBy(100)) < 0,
        name + ": expected more than 0 and less than 100 years, found " + duration);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}

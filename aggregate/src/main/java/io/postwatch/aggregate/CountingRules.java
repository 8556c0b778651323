// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.aggregate.windows.WindowRule;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How incidents are counted.
 *
 * @param windows what is counted side by side: 1 to 16 sizes a clock, each once, of at least one
 *     clock
 * @param maxFutureSkew how far after its ingest a post may claim to be written: 0 to 366 days;
 *     beyond it the incident is invalid and the clock stays as it is
 * @param idleAfter how long a task's input must be silent until the wall clock takes the place of
 *     the stream's, so that windows close; empty: never
 * @param retention how long what a closed window counted is kept after its last change, so that it
 *     can be corrected; used with {@link Lateness#DIVERT} only
 * @param lateness what becomes of an incident whose window has closed
 * @param updateInterval least time between two provisional updates of a count, 0 to 1 hour; 0: each
 *     change is published
 * @param exactUpTo how many authors, outlets or texts of a count are kept one by one, 16 to 10,000;
 *     more are estimated
 * @throws IllegalArgumentException if a value is out of its bounds; the message says which
 */
public record CountingRules(
    List<WindowRule> windows,
    Duration maxFutureSkew,
    Optional<Duration> idleAfter,
    Duration retention,
    Lateness lateness,
    Duration updateInterval,
    int exactUpTo) {
  static final int MOST_WINDOWS = 16;
  private static final Duration YEAR = Duration.ofDays(366);
  private static final Duration LONGEST_INTERVAL = Duration.ofHours(1);
  private static final Duration USUAL_INTERVAL = Duration.ofSeconds(1);

  /** With 9 bytes each a count stays below 15 kB. */
  private static final int USUAL_EXACT = 500;

  static final int LEAST_EXACT = 16;
  static final int MOST_EXACT = 10_000;

  public CountingRules {
    windows = List.copyOf(windows);
    require(!windows.isEmpty(), "windows: expected 1 to " + MOST_WINDOWS + " sizes, found 0");
    for (Clock clock : Clock.values()) {
      requireSizes(clock, windows);
    }
    require(
        !maxFutureSkew.isNegative() && maxFutureSkew.compareTo(YEAR) <= 0,
        "maxFutureSkew: expected 0 to 366 days, found " + maxFutureSkew);
    idleAfter.ifPresent(idle -> requirePositive("idleAfter", idle));
    requirePositive("retention", retention);
    require(
        !updateInterval.isNegative() && updateInterval.compareTo(LONGEST_INTERVAL) <= 0,
        "updateInterval: expected 0 to 1 hour, found " + updateInterval);
    require(
        exactUpTo >= LEAST_EXACT && exactUpTo <= MOST_EXACT,
        "exactUpTo: expected " + LEAST_EXACT + " to " + MOST_EXACT + ", found " + exactUpTo);
  }

  /** The usual rules of a live stream: idle after a minute, corrections for a week. */
  public static CountingRules live(List<WindowRule> windows) {
    return new CountingRules(
        windows,
        Duration.ofDays(1),
        Optional.of(Duration.ofMinutes(1)),
        Duration.ofDays(7),
        Lateness.DIVERT,
        USUAL_INTERVAL,
        USUAL_EXACT);
  }

  /** The usual rules of a finite input in any order: all of it counts, windows close on demand. */
  public static CountingRules archive(List<WindowRule> windows) {
    return new CountingRules(
        windows,
        Duration.ofDays(1),
        Optional.empty(),
        Duration.ofDays(7),
        Lateness.ACCEPT,
        USUAL_INTERVAL,
        USUAL_EXACT);
  }

  /** The same rules with another {@link #updateInterval}. */
  public CountingRules updatingEvery(Duration interval) {
    return new CountingRules(
        windows, maxFutureSkew, idleAfter, retention, lateness, interval, exactUpTo);
  }

  /**
   * How long a post is remembered after its last change: as long as a count that it is in can be
   * corrected.
   */
  Duration postRetention() {
    long longest =
        windows.stream()
            .mapToLong(window -> window.size().millis() + window.grace().toMillis())
            .max()
            .orElseThrow();
    return Duration.ofMillis(longest).plus(maxFutureSkew).plus(retention);
  }

  /** The clocks that are counted by, at least one. */
  public Set<Clock> clocks() {
    return windows.stream().map(WindowRule::clock).collect(Collectors.toUnmodifiableSet());
  }

  /** The rules of a clock; none when it is not counted by. */
  public List<WindowRule> windows(Clock clock) {
    return windows.stream().filter(window -> window.clock() == clock).toList();
  }

  /** The rule of a clock's size; empty when that is not counted (any more). */
  public Optional<WindowRule> window(Clock clock, WindowSize size) {
    return windows(clock).stream().filter(window -> window.size().equals(size)).findFirst();
  }

  private static void requireSizes(Clock clock, List<WindowRule> windows) {
    List<WindowSize> sizes =
        windows.stream().filter(w -> w.clock() == clock).map(WindowRule::size).toList();
    require(
        sizes.size() <= MOST_WINDOWS,
        "windows: expected 1 to " + MOST_WINDOWS + " sizes, found " + sizes.size());
    Set<WindowSize> distinct = new HashSet<>();
    for (WindowSize size : sizes) {
      require(distinct.add(size), "windows: " + size + " is named twice");
    }
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

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import io.postwatch.aggregate.CountingRules;
import io.postwatch.aggregate.counting.CountKey;
import io.postwatch.aggregate.query.CountFilter;
import io.postwatch.aggregate.query.WindowSpan;
import io.postwatch.aggregate.windows.WindowRule;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which windows, topics, places and watch lists a request asks for.
 *
 * @param rules what is counted at all
 * @param parameters of the request
 * @param horizon how far the clocks are
 */
record WindowParameters(CountingRules rules, Parameters parameters, Horizon horizon) {
  /** Windows of a request that does not say which. */
  static final int USUAL_WINDOWS = 60;

  /** {@code clock}: by when posts were seen, where that is counted. */
  Clock clock() {
    Clock usual = usualClock();
    Clock clock = parameters.choice("clock", Clock.class, usual);
    if (!rules.clocks().contains(clock)) {
      throw Parameters.problem("clock", "%s is not counted, expected %s".formatted(clock, usual));
    }
    return clock;
  }

  /** By when posts were seen, where that is counted. */
  Clock usualClock() {
    return rules.clocks().contains(Clock.SEEN) ? Clock.SEEN : Clock.POSTED;
  }

  /** {@code size}: an hour or what comes nearest below, of those that are counted. */
  WindowSize size(Clock clock) {
    List<WindowSize> counted = sizes(rules, clock);
    WindowSize usual =
        counted.stream()
            .filter(size -> size.compareTo(WindowSize.HOUR) <= 0)
            .reduce((smaller, larger) -> larger)
            .orElse(counted.get(0));
    String expected = counted.stream().map(WindowSize::toString).collect(Collectors.joining(", "));
    return parameters.value(
        "size",
        () -> usual,
        text -> counted(text, counted),
        WindowSize::toString,
        "one of the sizes that are counted by the " + clock + " clock: " + expected);
  }

  private static WindowSize counted(String text, List<WindowSize> counted) {
    WindowSize size = WindowSize.parse(text);
    if (!counted.contains(size)) {
      throw new IllegalArgumentException();
    }
    return size;
  }

  /** The sizes that are counted by a clock, the smallest first. */
  static List<WindowSize> sizes(CountingRules rules, Clock clock) {
    return rules.windows(clock).stream().map(WindowRule::size).sorted().toList();
  }

  /** {@code at}: the window of the largest size that holds this time, the newest unless given. */
  WindowSpan largestWindow(Clock clock) {
    List<WindowSize> counted = sizes(rules, clock);
    return windows(clock, counted.get(counted.size() - 1), 1);
  }

  /** {@code at}: the window that holds this time, the newest unless given, and some before it. */
  WindowSpan windows(Clock clock, WindowSize size, int number) {
    long at = parameters.time("at", () -> windowOf(newest(clock), size)).toEpochMilli();
    long end = size.startOf(at) + size.millis();
    return new WindowSpan(clock, size, end - number * size.millis(), end);
  }

  private static Instant windowOf(Instant time, WindowSize size) {
    return Instant.ofEpochMilli(size.startOf(time.toEpochMilli()));
  }

  /**
   * {@code from} and {@code to}: the windows that begin between them.
   *
   * @param usual how many there are when the request does not say
   */
  WindowSpan span(Clock clock, WindowSize size, int usual) {
    Instant to = parameters.time("to", () -> end(clock, size));
    Instant from =
        parameters.time("from", () -> earlier(to, Duration.ofMillis(size.millis()), usual));
    if (from.isAfter(to) && parameters.isGiven("from") && parameters.isGiven("to")) {
      throw Parameters.problem("from", "expected a time that is not after to", from.toString());
    }
    return WindowSpan.between(clock, size, from.toEpochMilli(), to.toEpochMilli());
  }

  private static Instant earlier(Instant to, Duration size, int windows) {
    Instant from = to.minus(size.multipliedBy(windows));
    return from.isBefore(Instant.EPOCH) ? Instant.EPOCH : from;
  }

  private Instant end(Clock clock, WindowSize size) {
    long start = size.startOf(newest(clock).toEpochMilli());
    return Instant.ofEpochMilli(start + size.millis());
  }

  // Before anything was counted any time will do, and this one does not change from call to call.
  private Instant newest(Clock clock) {
    return horizon.now(clock).orElse(horizon.startedAt());
  }

  /** {@code topic}, {@code place} and {@code watchList}. */
  CountFilter filter(boolean mayBeEachPlace) {
    String place = parameters.text("place").orElse("");
    if (place.equals(CountFilter.EACH) && !mayBeEachPlace) {
      throw Parameters.problem(
          "place", "expected one place, a GeoNames id or a country code, got '*'");
    }
    return new CountFilter(Set.copyOf(parameters.texts("topic")), place, watchList());
  }

  /** {@code topic} and {@code watchList}, at each place. */
  CountFilter atEachPlace() {
    return new CountFilter(Set.copyOf(parameters.texts("topic")), CountFilter.EACH, watchList());
  }

  /** {@code watchList}: everybody's posts unless it is given. */
  String watchList() {
    return parameters.text("watchList").orElse(CountKey.NO_LIST);
  }
}

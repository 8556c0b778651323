// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.spikes;

import java.time.Duration;

/**
 * What a detector goes by. docs/quality.md shows how little the figures depend on each.
 *
 * @param interval length of the intervals that are counted, from a second to an hour
 * @param timesPerWeek a spike begins when the series' own past would show as much so often or more
 *     rarely; above 0. 0.8, since a reader bears 0.7 false alarms a week, and some are true
 * @param warmUp how much must have been seen before the first spike: two days, so that every hour
 *     was seen twice
 * @param coolDown how long a spike must be quiet to have ended: half a day, so that what flares up
 *     again the same evening is the same story
 * @param levelHalfLife of the recent level, in which the hour's usual count is lifted or lowered: a
 *     day, so that a story of some hours does not become the expectation
 * @param seasonHalfLife of what is usual at an hour of a weekday or of the weekend
 * @param peaksHalfLife of the memory of the days' highest
 * @param clip how many standard deviations above the expectation a count may lie to be learned
 *     whole: Huber's 1.345, which costs 5% where there are no stories at all
 */
public record SpikeSettings(
    Duration interval,
    double timesPerWeek,
    Duration warmUp,
    Duration coolDown,
    Duration levelHalfLife,
    Duration seasonHalfLife,
    Duration peaksHalfLife,
    double clip) {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  /**
   * @throws IllegalArgumentException if the interval is out of bounds or another value is not above
   *     0; the message says what was expected
   */
  public SpikeSettings {
    if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "intervals of " + interval.toMillis() / 1000.0 + " s: expected from 1 s to 1 h");
    }
    requirePositive("timesPerWeek", timesPerWeek);
    requirePositive("coolDown", coolDown.toMillis());
    requirePositive("levelHalfLife", levelHalfLife.toMillis());
    requirePositive("seasonHalfLife", seasonHalfLife.toMillis());
    requirePositive("peaksHalfLife", peaksHalfLife.toMillis());
    requirePositive("clip", clip);
  }

  /** The one setting for all series. */
  public static SpikeSettings every(Duration interval) {
    return new SpikeSettings(
        interval,
        0.8,
        Duration.ofDays(2),
        Duration.ofHours(12),
        Duration.ofDays(1),
        Duration.ofDays(7),
        Duration.ofDays(21),
        1.345);
  }

  /** The same with other {@link #timesPerWeek}. */
  SpikeSettings telling(double timesPerWeek) {
    return new SpikeSettings(
        interval,
        timesPerWeek,
        warmUp,
        coolDown,
        levelHalfLife,
        seasonHalfLife,
        peaksHalfLife,
        clip);
  }

  long intervalMillis() {
    return interval.toMillis();
  }

  double intervalsIn(Duration duration) {
    return (double) duration.toMillis() / interval.toMillis();
  }

  /** Share of the new in an exponential average, of which half is forgotten after a half-life. */
  static double share(double stepsOfHalfLife) {
    return -Math.expm1(-Math.log(2) / stepsOfHalfLife);
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(name + " is " + value + ": expected more than 0");
    }
  }
}

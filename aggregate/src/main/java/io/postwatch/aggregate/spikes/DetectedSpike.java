// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.spikes;

/**
 * A time in which more was counted than the series' own past lets expect.
 *
 * @param start of its first interval, in milliseconds since 1970-01-01 UTC: of those that together
 *     surprise most when it is told first, so up to eleven intervals before that one
 * @param end of the last interval that stood out so far, in the same
 * @param isOver whether the cool-down has passed since then, so that it changes no more
 * @param observed counted from start to end
 * @param expected in the same intervals; above 0
 * @param score at its highest: minus the decimal logarithm of how many times a week the series' own
 *     past lets expect as much, so 0 is once a week, 3 once in a thousand weeks
 */
public record DetectedSpike(
    long start, long end, boolean isOver, long observed, double expected, double score) {

  DetectedSpike over() {
    return new DetectedSpike(start, end, true, observed, expected, score);
  }
}

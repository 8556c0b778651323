// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.spikes;

import java.util.List;

/**
 * How a series stands now, the interval under way included.
 *
 * @param observed in the last twelve intervals
 * @param expected in the same, of the interval under way as much as has gone by; above 0
 * @param score as in {@link DetectedSpike}, of now
 * @param since start of those of the last intervals that together surprise most, epoch milliseconds
 * @param counts of the last twelve intervals, the one under way last
 * @param isLearning whether too little has been seen to know what is usual: until then no spike is
 *     told, and what is expected is a guess
 */
public record Standing(
    long observed,
    double expected,
    double score,
    long since,
    List<Long> counts,
    boolean isLearning) {
  /** Intervals that are looked at. */
  public static final int INTERVALS = Horizons.LONGEST;

  public Standing {
    counts = List.copyOf(counts);
  }
}

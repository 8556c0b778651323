// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.watch;

import io.postwatch.aggregate.spikes.Standing;
import java.util.List;

/**
 * How much more than usual a topic is reported at a place in the last twelve intervals.
 *
 * @param place GeoNames id or country code; empty: all places
 * @param placeName null for all places or where none is known
 * @param observed new posts, as spikes count them, the interval under way included
 * @param expected as many are usual
 * @param score see {@link Standing#score()}
 * @param since start of those intervals that together surprise most, epoch milliseconds
 * @param until the latest arrival, epoch milliseconds
 * @param spike whether a spike that was told lasts
 * @param minutes the counts, the one of the interval under way last
 * @param isLearning see {@link Standing#isLearning()}
 */
public record Rising(
    String topic,
    String place,
    String placeName,
    long observed,
    double expected,
    double score,
    long since,
    long until,
    boolean spike,
    List<Long> minutes,
    boolean isLearning) {
  static Rising of(
      SeriesKey series, String placeName, Standing standing, long until, boolean spike) {
    return new Rising(
        series.topic(),
        series.place(),
        placeName,
        standing.observed(),
        standing.expected(),
        standing.score(),
        standing.since(),
        until,
        spike,
        standing.counts(),
        standing.isLearning());
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import java.time.Instant;

/** What is counted of the posts that a watch list watches, by when they arrived. */
@FunctionalInterface
public interface WatchListPosts {
  /**
   * How many have arrived.
   *
   * @param place as in the counts; empty: all places
   * @throws RuntimeException when that cannot be known now
   */
  long since(Instant start, String watchList, String topic, String place);
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import io.postwatch.schema.Spike;
import java.util.Optional;
import java.util.Set;

/**
 * Which spikes a rule is about.
 *
 * @param topics ids of topics; empty: any
 * @param places as in {@link Spike}, the empty one for all places; empty: any
 * @param leastScore what a spike must have reached; empty: any
 * @param watchList whose posts must take part; empty: anybody's
 */
record SpikeFilter(
    Set<String> topics,
    Set<String> places,
    Optional<Double> leastScore,
    Optional<Watched> watchList) {

  /**
   * A watch list.
   *
   * @param leastPosts how many of its posts must take part, at least 1
   */
  record Watched(String name, int leastPosts) {}

  SpikeFilter {
    topics = Set.copyOf(topics);
    places = Set.copyOf(places);
  }

  /** Whether the spike is where the rule looks; it stays so, unlike what else is asked. */
  boolean covers(Spike spike) {
    return (topics.isEmpty() || topics.contains(spike.getTopic()))
        && (places.isEmpty() || places.contains(spike.getPlace()));
  }

  /**
   * Whether it has become what is asked for.
   *
   * @throws RuntimeException when that cannot be known now
   */
  boolean isMetBy(Spike spike, WatchListPosts posts) {
    return leastScore.filter(least -> spike.getScore() < least).isEmpty()
        && watchList.filter(list -> number(list, spike, posts) < list.leastPosts()).isEmpty();
  }

  private static long number(Watched list, Spike spike, WatchListPosts posts) {
    return posts.since(spike.getStartedAt(), list.name(), spike.getTopic(), spike.getPlace());
  }
}

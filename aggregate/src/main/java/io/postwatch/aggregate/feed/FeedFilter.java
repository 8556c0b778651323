// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.feed;

import io.postwatch.aggregate.counting.CountKey;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * What a reader wants. Readers who want the same share the work of writing it, so that equal
 * filters must be equal objects.
 *
 * @param kinds what is told
 * @param clocks of the counts; empty: any
 * @param sizes of the counts' windows; empty: any
 * @param topics empty: any
 * @param places {@link #ANY_PLACE} or GeoNames ids, country codes and "" for all places together
 * @param watchLists of the counts; empty: {@link CountKey#NO_LIST}
 */
record FeedFilter(
    Set<FeedItem.Kind> kinds,
    Set<Clock> clocks,
    Set<WindowSize> sizes,
    Set<String> topics,
    Optional<Set<String>> places,
    Set<String> watchLists) {
  /** Of every place, all places together among them. */
  static final Optional<Set<String>> ANY_PLACE = Optional.empty();

  FeedFilter {
    kinds = Set.copyOf(kinds);
    clocks = Set.copyOf(clocks);
    sizes = Set.copyOf(sizes);
    topics = Set.copyOf(topics);
    places = places.map(Set::copyOf);
    watchLists = watchLists.isEmpty() ? Set.of(CountKey.NO_LIST) : Set.copyOf(watchLists);
  }

  boolean wants(FeedItem.Content item) {
    return kinds.contains(item.kind())
        && (topics.isEmpty() || topics.contains(item.topic()))
        && (places.isEmpty() || places.get().contains(item.place()))
        && (item.count() == null || wants(item.count()));
  }

  private boolean wants(CountKey count) {
    return (clocks.isEmpty() || clocks.contains(count.clock()))
        && (sizes.isEmpty() || sizes.contains(count.windowSize()))
        && watchLists.contains(count.watchList());
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import io.postwatch.aggregate.counting.CountKey;
import java.util.Set;

/**
 * Which counts of a window.
 *
 * @param topics ids of topics; none: all
 * @param place GeoNames id or country code; empty: the count over all places; {@link #EACH}: every
 *     place, one by one
 * @param watchList whose posts; {@link CountKey#NO_LIST}: everybody's
 */
public record CountFilter(Set<String> topics, String place, String watchList) {
  public static final String EACH = "*";

  public CountFilter {
    topics = Set.copyOf(topics);
  }

  boolean isOfEachPlace() {
    return place.equals(EACH);
  }

  CountKey key(String topic, String at, WindowSpan windows, long start) {
    return new CountKey(windows.clock(), watchList, topic, at, start, windows.size());
  }

  /** Of one topic only its holder knows something, and of all everybody. */
  Scope scope() {
    return topics.size() == 1
        ? Scope.holder(Counted.STORE, topics.iterator().next())
        : Scope.all(Counted.STORE);
  }
}

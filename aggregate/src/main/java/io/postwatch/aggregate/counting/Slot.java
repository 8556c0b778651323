// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

import io.postwatch.aggregate.windows.WindowRule;

/**
 * Where posts of a topic are counted: a {@link CountKey} without the topic.
 *
 * @param window which of {@link Windows}
 * @param start of the window, epoch milliseconds
 * @param place see {@link PlaceRollUp#place()}
 * @param watchList whose posts are counted; {@link CountKey#NO_LIST}: everybody's
 */
public record Slot(int window, long start, String place, String watchList) {

  public CountKey key(String topic, WindowRule rule) {
    return new CountKey(rule.clock(), watchList, topic, place, start, rule.size());
  }
}

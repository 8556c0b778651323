// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.feed;

import java.util.List;

/**
 * What came together.
 *
 * @param items in the order of each partition; of each key only the last
 * @param after where a reader is that has it
 */
record FeedBatch(List<FeedItem> items, FeedPosition after) {
  /** About how many bytes it takes in memory. */
  long weight() {
    long weight = 64 + 8L * after.next().length;
    for (FeedItem item : items) {
      weight += 400 + item.content().json().length;
    }
    return weight;
  }
}

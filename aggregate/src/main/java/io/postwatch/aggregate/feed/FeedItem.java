// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.feed;

import io.postwatch.aggregate.counting.CountKey;

/**
 * A published record, ready to be sent to whoever asks for its like.
 *
 * @param content what it tells
 * @param partition where it was read, by {@link FeedPartitions}
 * @param offset its offset there
 */
record FeedItem(Content content, int partition, long offset) {

  /** What is told; an event holds items of one kind. */
  enum Kind {
    COUNTS,
    SPIKES
  }

  /**
   * What an item tells.
   *
   * @param kind what it is
   * @param key of what it is the news: a later item with the same key replaces it
   * @param count what was counted; null for a spike
   * @param topic id of the topic
   * @param place GeoNames id or country code; empty: all places
   * @param json one JSON object in UTF-8
   */
  record Content(Kind kind, Object key, CountKey count, String topic, String place, byte[] json) {}
}

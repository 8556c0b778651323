// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.WindowStore;

/**
 * The records of a store that were seen last. Two passes, so that what is held meanwhile is a key
 * and a time each, and not the records.
 *
 * @param lastSeen when a record was seen last, from its bytes
 */
record NewestFirst(WindowStore<Bytes, byte[]> store, ToLongFunction<byte[]> lastSeen) {

  private record Found(long lastSeen, Bytes key, long window) {}

  /** Hands over the newest, at most {@code most}. */
  void forEach(int most, Consumer<byte[]> consumer) {
    PriorityQueue<Found> newest = new PriorityQueue<>(Comparator.comparingLong(Found::lastSeen));
    try (KeyValueIterator<Windowed<Bytes>, byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<Windowed<Bytes>, byte[]> next = all.next();
        long seen = lastSeen.applyAsLong(next.value);
        if (newest.size() < most || seen > newest.peek().lastSeen()) {
          newest.add(new Found(seen, next.key.key(), next.key.window().start()));
        }
        if (newest.size() > most) {
          newest.poll();
        }
      }
    }
    List<Found> found = new ArrayList<>(newest);
    found.sort(Comparator.comparingLong(Found::lastSeen).reversed());
    for (Found one : found) {
      byte[] bytes = store.fetch(one.key(), one.window());
      if (bytes != null) {
        consumer.accept(bytes);
      }
    }
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.view;

import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.WindowStore;

/**
 * The records of a store that were seen last. Two passes over the store, so that what is held
 * meanwhile is a number for each record, and not the record.
 *
 * @param lastSeen when a record was seen last, from its bytes
 */
record NewestSeen(WindowStore<Bytes, byte[]> store, ToLongFunction<byte[]> lastSeen) {

  /** Hands over the newest, {@code most} and those seen at the same time as the last of them. */
  void forEach(int most, Consumer<byte[]> consumer) {
    long since = since(most);
    visit(
        bytes -> {
          if (lastSeen.applyAsLong(bytes) >= since) {
            consumer.accept(bytes);
          }
        });
  }

  private long since(int most) {
    LongStream.Builder times = LongStream.builder();
    visit(bytes -> times.add(lastSeen.applyAsLong(bytes)));
    long[] sorted = times.build().sorted().toArray();
    return sorted.length <= most ? Long.MIN_VALUE : sorted[sorted.length - most];
  }

  private void visit(Consumer<byte[]> visitor) {
    try (KeyValueIterator<Windowed<Bytes>, byte[]> all = store.all()) {
      while (all.hasNext()) {
        visitor.accept(all.next().value);
      }
    }
  }
}

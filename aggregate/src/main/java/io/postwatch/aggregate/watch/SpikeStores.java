// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.watch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * What a task remembers of spikes: three stores with changelogs, named here and nowhere else. Their
 * keys and values are bytes made by ourselves, each value with a version.
 *
 * @param seen which posts, texts and accounts were seen lately
 * @param open the posts of intervals that have not ended
 * @param series the series, their topics and the pulse of the input
 */
public record SpikeStores(
    KeyValueStore<Bytes, byte[]> seen,
    KeyValueStore<Bytes, byte[]> open,
    KeyValueStore<Bytes, byte[]> series) {
  private static final String SEEN = "spike-seen";
  static final String OPEN = "spike-open";
  public static final String SERIES = "spike-series";

  /** The stores of this task. */
  static SpikeStores of(ProcessingContext context) {
    return new SpikeStores(
        context.getStateStore(SEEN), context.getStateStore(OPEN), context.getStateStore(SERIES));
  }

  /** Builders of the stores, each on what {@code kind} supplies for its name. */
  static Set<StoreBuilder<?>> builders(Function<String, KeyValueBytesStoreSupplier> kind) {
    return new LinkedHashSet<>(
        List.of(
            builder(kind.apply(SEEN)),
            // Few keys written often: the cache spares all writes but the last before each commit.
            builder(kind.apply(OPEN)).withCachingEnabled(),
            builder(kind.apply(SERIES)).withCachingEnabled()));
  }

  private static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(
      KeyValueBytesStoreSupplier store) {
    return Stores.keyValueStoreBuilder(store, Serdes.Bytes(), Serdes.ByteArray());
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.InMemoryKeyValueStore;

/** State that outlives a test driver, as a state directory outlives a process. */
public final class KeptStores implements Function<String, KeyValueBytesStoreSupplier> {
  private final Map<String, KeyValueStore<Bytes, byte[]>> stores = new HashMap<>();

  @Override
  public KeyValueBytesStoreSupplier apply(String name) {
    KeyValueStore<Bytes, byte[]> store = stores.computeIfAbsent(name, KeptStore::new);
    return new KeyValueBytesStoreSupplier() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public KeyValueStore<Bytes, byte[]> get() {
        return store;
      }

      @Override
      public String metricsScope() {
        return "kept";
      }
    };
  }

  public long entries(String store) {
    return stores.get(store).approximateNumEntries();
  }

  private static final class KeptStore extends InMemoryKeyValueStore {
    KeptStore(String name) {
      super(name);
    }

    @Override
    public void close() {
      // Keeps its entries.
    }
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.view;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowBytesStoreSupplier;
import org.apache.kafka.streams.state.WindowStore;

/**
 * What a task remembers to be shown, named here and nowhere else. Keys are bytes made by ourselves,
 * values as well, each with a version.
 *
 * @param windows gives a store that drops its past, by its name and for how long it must remember
 * @param keyValues gives any other by its name
 */
public record ViewStores(Windows windows, Function<String, KeyValueBytesStoreSupplier> keyValues) {
  public static final String POSTS = "view-posts";
  public static final String INCIDENTS = "view-incidents";
  public static final String PLACES = "view-places";
  public static final String SPIKES = "spike-log";

  /** Gives a store whose periods are as long as it must remember. */
  @FunctionalInterface
  public interface Windows {
    WindowBytesStoreSupplier named(String name, Duration remember);
  }

  /** On disk, with these key-value stores. */
  public static ViewStores onDisk(Function<String, KeyValueBytesStoreSupplier> keyValues) {
    return new ViewStores(
        (name, remember) ->
            Stores.persistentWindowStore(name, Remembered.retention(remember), remember, false),
        keyValues);
  }

  Set<StoreBuilder<?>> posts(Duration remember) {
    return Set.of(builder(windows.named(POSTS, remember)));
  }

  Set<StoreBuilder<?>> incidents(Duration remember) {
    return new LinkedHashSet<>(
        List.of(builder(windows.named(INCIDENTS, remember)), builder(keyValues.apply(PLACES))));
  }

  Set<StoreBuilder<?>> spikes() {
    return Set.of(builder(keyValues.apply(SPIKES)));
  }

  private static StoreBuilder<WindowStore<Bytes, byte[]>> builder(WindowBytesStoreSupplier store) {
    return Stores.windowStoreBuilder(store, Serdes.Bytes(), Serdes.ByteArray());
  }

  private static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(
      KeyValueBytesStoreSupplier store) {
    return Stores.keyValueStoreBuilder(store, Serdes.Bytes(), Serdes.ByteArray());
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.aggregate.view.ViewStores;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.WindowBytesStoreSupplier;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.internals.InMemoryWindowStore;

/** As {@link KeptStores}, those that drop their past. */
public final class KeptWindows implements ViewStores.Windows {
  private final Map<String, WindowStore<Bytes, byte[]>> stores = new HashMap<>();

  @Override
  public WindowBytesStoreSupplier named(String name, Duration remember) {
    long retention = remember.multipliedBy(2).plusMillis(1).toMillis();
    WindowStore<Bytes, byte[]> store =
        stores.computeIfAbsent(name, any -> new KeptWindow(name, retention, remember.toMillis()));
    return new Supplier(name, store, retention, remember.toMillis());
  }

  private static final class KeptWindow extends InMemoryWindowStore {
    KeptWindow(String name, long retention, long size) {
      super(name, retention, size, false, "kept");
    }

    @Override
    public void close() {
      // Keeps its entries.
    }
  }

  private record Supplier(
      String name, WindowStore<Bytes, byte[]> get, long retentionPeriod, long windowSize)
      implements WindowBytesStoreSupplier {
    @Override
    public String metricsScope() {
      return "kept";
    }

    @Override
    public long segmentIntervalMs() {
      return 1;
    }

    @Override
    public boolean retainDuplicates() {
      return false;
    }
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import java.time.Duration;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.WindowBytesStoreSupplier;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.internals.InMemoryWindowStore;

/** Posts that outlive a test driver, as a state directory outlives a process. */
final class KeptPosts implements WindowBytesStoreSupplier {
  private final WindowStore<Bytes, byte[]> store;
  private final Duration remember;

  KeptPosts(Duration remember) {
    this.remember = remember;
    store =
        new InMemoryWindowStore(PostMemory.STORE, retentionPeriod(), windowSize(), false, "kept") {
          @Override
          public void close() {
            // Keeps its entries.
          }
        };
  }

  @Override
  public String name() {
    return PostMemory.STORE;
  }

  @Override
  public WindowStore<Bytes, byte[]> get() {
    return store;
  }

  @Override
  public String metricsScope() {
    return "kept";
  }

  @Override
  public long segmentIntervalMs() {
    return 1;
  }

  @Override
  public long windowSize() {
    return remember.toMillis();
  }

  @Override
  public boolean retainDuplicates() {
    return false;
  }

  @Override
  public long retentionPeriod() {
    return PostMemory.retention(remember).toMillis();
  }
}

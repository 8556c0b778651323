// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** The latest count of each key. Key: {@code CountKey.bytes()}. */
public final class Counts {
  private final KeyValueStore<Bytes, CountState> store;

  Counts(KeyValueStore<Bytes, CountState> store) {
    this.store = store;
  }

  /** The latest count; null where nothing has been counted, or it has been forgotten. */
  public CountState get(byte[] key) {
    return store.get(Bytes.wrap(key));
  }

  public void put(byte[] key, CountState count) {
    store.put(Bytes.wrap(key), count);
  }

  public void remove(byte[] key) {
    store.delete(Bytes.wrap(key));
  }
}

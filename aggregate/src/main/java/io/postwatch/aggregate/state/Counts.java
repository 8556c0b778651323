// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import io.postwatch.schema.IncidentCount;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** The latest count of each key, as published. Key: {@code CountKey.bytes()}. */
public final class Counts {
  private final KeyValueStore<Bytes, IncidentCount> store;

  Counts(KeyValueStore<Bytes, IncidentCount> store) {
    this.store = store;
  }

  /** The latest count; null where nothing has been counted, or it has been forgotten. */
  public IncidentCount get(byte[] key) {
    return store.get(Bytes.wrap(key));
  }

  public void put(byte[] key, IncidentCount count) {
    store.put(Bytes.wrap(key), count);
  }

  public void remove(byte[] key) {
    store.delete(Bytes.wrap(key));
  }
}

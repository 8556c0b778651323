// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The latest count of each key. Key: {@code CountKey.bytes()}. Counts in use are kept as objects
 * besides, which spares reading most of them from their bytes: nobody else writes to a task's
 * store.
 */
public final class Counts {
  /** Bytes, about; the first to go is what was not used longest. */
  private static final int MOST_IN_USE = 16 << 20;

  private final KeyValueStore<Bytes, CountState> store;
  private final Map<Bytes, CountState> inUse = new LinkedHashMap<>(1_024, 0.75f, true);
  private long weight;

  Counts(KeyValueStore<Bytes, CountState> store) {
    this.store = store;
  }

  /** The latest count; null where nothing has been counted, or it has been forgotten. */
  public CountState get(byte[] key) {
    Bytes wrapped = Bytes.wrap(key);
    CountState known = inUse.get(wrapped);
    if (known != null) {
      return known;
    }
    CountState stored = store.get(wrapped);
    if (stored != null) {
      use(wrapped, stored);
    }
    return stored;
  }

  public void put(byte[] key, CountState count) {
    Bytes wrapped = Bytes.wrap(key);
    store.put(wrapped, count);
    use(wrapped, count);
  }

  public void remove(byte[] key) {
    Bytes wrapped = Bytes.wrap(key);
    store.delete(wrapped);
    drop(inUse.remove(wrapped));
  }

  private void use(Bytes key, CountState count) {
    drop(inUse.put(key, count));
    weight += count.count().weight();
    Iterator<CountState> longestUnused = inUse.values().iterator();
    while (weight > MOST_IN_USE) {
      drop(longestUnused.next());
      longestUnused.remove();
    }
  }

  private void drop(CountState count) {
    weight -= count == null ? 0 : count.count().weight();
  }
}

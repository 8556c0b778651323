// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.registry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A concurrent cache of values that can be had again: when full it is emptied and fills up anew,
 * which costs nothing while the working set fits and never more than the bound in memory.
 */
public final class BoundedCache<K, V> {
  private final Map<K, V> entries = new ConcurrentHashMap<>();
  private final int capacity;

  public BoundedCache(int capacity) {
    this.capacity = capacity;
  }

  /**
   * The value for the key, loaded where missing; what the loader throws goes through and is not
   * kept.
   *
   * <p>Two threads that miss at once both load: loading may block on the network, so no lock is
   * held.
   */
  public V get(K key, Function<K, V> loader) {
    V known = entries.get(key);
    return known != null ? known : keep(key, loader.apply(key));
  }

  /** Forgets all entries. */
  public void clear() {
    entries.clear();
  }

  private V keep(K key, V value) {
    if (entries.size() >= capacity) {
      entries.clear();
    }
    V earlier = entries.putIfAbsent(key, value);
    return earlier != null ? earlier : value;
  }
}

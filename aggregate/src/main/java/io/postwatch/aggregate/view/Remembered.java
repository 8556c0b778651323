// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.view;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;
import org.apache.kafka.streams.state.WindowStore;

/**
 * What is remembered for one period at least and two at most, each thing in the period in which it
 * was seen last. Three look-ups find it, and older periods are dropped as whole files.
 */
final class Remembered {
  private final WindowStore<Bytes, byte[]> store;
  private final long period;

  /** Nothing of a period before the one before it can be kept any more. */
  private long latest;

  Remembered(WindowStore<Bytes, byte[]> store, Duration remember) {
    this.store = store;
    this.period = remember.toMillis();
  }

  /** From the beginning of the period before to that of the next, where a faster clock may be. */
  static Duration retention(Duration remember) {
    return remember.multipliedBy(2).plusMillis(1);
  }

  /**
   * A thing as it was written down.
   *
   * @param period when its period begins, in epoch milliseconds
   */
  record Memory(byte[] bytes, long period) {}

  /** What is remembered under a key at a time, in epoch milliseconds. */
  Optional<Memory> get(Bytes key, long now) {
    return get(store, period, key, now);
  }

  /** The same by any thread. */
  static Optional<Memory> get(
      ReadOnlyWindowStore<Bytes, byte[]> store, long period, Bytes key, long now) {
    long current = now - Math.floorMod(now, period);
    for (long begin = current + period; begin >= current - period && begin >= 0; begin -= period) {
      byte[] bytes = store.fetch(key, begin);
      if (bytes != null) {
        return Optional.of(new Memory(bytes, begin));
      }
    }
    return Optional.empty();
  }

  /** Replaces what was remembered, at a time in epoch milliseconds. */
  void put(Bytes key, byte[] bytes, Optional<Memory> before, long now) {
    // Never behind what is there, which would be found first.
    long at = Math.max(now - now % period, before.map(Memory::period).orElse(0L));
    latest = Math.max(latest, at);
    if (at < latest - period) {
      return;
    }
    store.put(key, bytes, at);
    if (before.isPresent() && before.get().period() != at) {
      store.put(key, null, before.get().period());
    }
  }
}

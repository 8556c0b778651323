// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import io.postwatch.schema.Clock;
import org.apache.kafka.streams.state.KeyValueStore;

/** The clock by which a task's windows close: the latest time it has met, kept across restarts. */
public final class WindowClock {
  private static final String KEY = Clock.POSTED.name();

  private final KeyValueStore<String, Long> store;
  private long now;

  WindowClock(KeyValueStore<String, Long> store) {
    this.store = store;
    Long last = store.get(KEY);
    this.now = last == null ? 0 : last;
  }

  /** Epoch milliseconds; 0 before the first time. */
  public long now() {
    return now;
  }

  /** Moves the clock on to {@code epochMillis}; it never goes back. */
  public void advanceTo(long epochMillis) {
    if (epochMillis > now) {
      now = epochMillis;
      store.put(KEY, now);
    }
  }
}

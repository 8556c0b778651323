// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The clocks by which a task's windows close: the latest time that each has met, kept across
 * restarts; and of which windows something has been forgotten since.
 */
public final class WindowClocks {
  private final KeyValueStore<String, Long> store;
  private final Map<Clock, Long> now = new EnumMap<>(Clock.class);

  WindowClocks(KeyValueStore<String, Long> store) {
    this.store = store;
    for (Clock clock : Clock.values()) {
      Long last = store.get(clock.name());
      now.put(clock, last == null ? 0 : last);
    }
  }

  /** Epoch milliseconds; 0 before the first time. */
  public long now(Clock clock) {
    return now.get(clock);
  }

  /** Moves a clock on to {@code epochMillis}; it never goes back. */
  public void advance(Clock clock, long epochMillis) {
    if (epochMillis > now(clock)) {
      now.put(clock, epochMillis);
      store.put(clock.name(), epochMillis);
    }
  }

  /**
   * Notes that counts of a window have been forgotten: what comes for it afterwards can no longer
   * be told from what it had counted. A few bytes a window are kept for ever.
   */
  public void forget(Clock clock, WindowSize size, long windowStart) {
    store.put(window(clock, size, windowStart), windowStart);
  }

  public boolean hasForgotten(Clock clock, WindowSize size, long windowStart) {
    return store.get(window(clock, size, windowStart)) != null;
  }

  private static String window(Clock clock, WindowSize size, long windowStart) {
    return clock.name() + '/' + size + '/' + windowStart;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import io.postwatch.enrich.versions.KnownPost;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowBytesStoreSupplier;
import org.apache.kafka.streams.state.WindowStore;

/**
 * The posts that a task remembers, each in the period in which it was seen last. A period is as
 * long as posts are to be remembered; two are looked through, and older ones dropped as whole
 * files: to forget costs nothing, and a post is remembered for one period at least, and two at
 * most.
 *
 * <p>Periods begin at fixed times, so that three look-ups by key find a post (12 us): a search for
 * its latest time takes three times as long.
 */
final class PostMemory {
  static final String STORE = "known-posts";

  private final WindowStore<String, byte[]> store;
  private final long period;

  PostMemory(WindowStore<String, byte[]> store, Duration remember) {
    this.store = store;
    this.period = remember.toMillis();
  }

  static WindowBytesStoreSupplier onDisk(Duration remember) {
    return Stores.persistentWindowStore(STORE, retention(remember), remember, false);
  }

  /**
   * From the beginning of the period before to that of the next, which a faster clock may be in.
   */
  static Duration retention(Duration remember) {
    return remember.multipliedBy(2).plusMillis(1);
  }

  static StoreBuilder<WindowStore<String, byte[]>> builder(WindowBytesStoreSupplier store) {
    return Stores.windowStoreBuilder(store, Serdes.String(), Serdes.ByteArray());
  }

  /**
   * A post as it was written down.
   *
   * @param period when its period begins, in epoch milliseconds
   */
  record Memory(KnownPost post, long period) {}

  /** What is remembered of a post at a time, in epoch milliseconds. */
  Optional<Memory> of(String postKey, long now) {
    long current = begin(now);
    for (long begin = current + period; begin >= current - period; begin -= period) {
      byte[] bytes = store.fetch(postKey, begin);
      if (bytes != null) {
        return Optional.of(new Memory(KnownPost.of(bytes), begin));
      }
    }
    return Optional.empty();
  }

  /** Remembers a post, at a time in epoch milliseconds; what has not changed is not written. */
  void keep(String postKey, Optional<Memory> before, KnownPost post, long now) {
    // Never behind what is there, which would be found first.
    long at = Math.max(begin(now), before.map(Memory::period).orElse(0L));
    if (before.filter(memory -> memory.equals(new Memory(post, at))).isEmpty()) {
      store.put(postKey, post.bytes(), at);
    }
  }

  private long begin(long time) {
    return time - time % period;
  }
}

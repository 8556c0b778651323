// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.watch;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What was noted within the last day, and up to two days at most. Each day's notes are kept
 * together and forgotten together, so that no note needs a deadline of its own. Key: the day, what
 * it is of.
 */
final class SeenLately {
  private static final long DAY_MS = Duration.ofDays(1).toMillis();

  private final KeyValueStore<Bytes, byte[]> store;

  /** Nothing of a day before is left. */
  private int firstDay;

  /** Nothing is before this key: a scan would step over the remains of all that was deleted. */
  private Bytes first;

  SeenLately(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
    first = key(0);
  }

  /** What was noted last, which is noted for today, too; null for nothing. */
  byte[] get(byte[] what, long now) {
    int day = day(now);
    byte[] noted = store.get(key(day, what));
    if (noted == null) {
      noted = store.get(key(day - 1, what));
      if (noted != null) {
        put(what, noted, now);
      }
    }
    return noted;
  }

  /** What was noted on this day; null for nothing. */
  byte[] getOfToday(byte[] what, long now) {
    return store.get(key(day(now), what));
  }

  void put(byte[] what, byte[] noted, long now) {
    store.put(key(day(now), what), noted);
  }

  /** Forgets what was not noted on this day or the day before, at most {@code limit} notes. */
  void forget(long now, int limit) {
    int keep = day(now) - 1;
    if (keep <= firstDay) {
      return;
    }
    List<Bytes> old = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> notes = store.range(first, key(keep))) {
      while (notes.hasNext() && old.size() < limit) {
        old.add(notes.next().key);
      }
    }
    old.forEach(store::delete);
    if (old.size() < limit) {
      firstDay = keep;
      first = key(keep);
    } else {
      first = old.get(old.size() - 1);
    }
  }

  private static int day(long epochMillis) {
    return (int) (epochMillis / DAY_MS);
  }

  private static Bytes key(int day, byte[]... parts) {
    int length = Integer.BYTES;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteBuffer key = ByteBuffer.allocate(length).putInt(Math.max(0, day));
    for (byte[] part : parts) {
      key.put(part);
    }
    return Bytes.wrap(key.array());
  }
}

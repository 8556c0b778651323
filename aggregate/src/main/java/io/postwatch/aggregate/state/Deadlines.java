// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** What is to happen to counts and when, in the order of time. Key: kind, time, the count's key. */
public final class Deadlines {

  /** What is due; each kind has a queue of its own, since they follow different clocks. */
  public enum Kind {
    /** The window closes, by the windows' clock. */
    CLOSE(1),
    /** What the closed window counted is forgotten, by the wall clock. */
    FORGET(2);

    private final byte code;

    Kind(int code) {
      this.code = (byte) code;
    }
  }

  private static final int HEAD = 1 + Long.BYTES;
  private static final byte[] PRESENT = {1};

  private final KeyValueStore<Bytes, byte[]> store;

  // Nothing is due before this time: a scan from the queue's start would step over the remains of
  // all that was deleted there.
  private final long[] none = new long[Kind.values().length];

  Deadlines(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** Notes that {@code kind} is due for a count at {@code time}, in epoch ms from 0 on. */
  public void add(Kind kind, long time, byte[] count) {
    store.put(key(kind, time, count), PRESENT);
    none[kind.ordinal()] = Math.min(none[kind.ordinal()], time);
  }

  /** Takes away the earliest deadlines up to {@code until}, at most {@code limit}. */
  public List<byte[]> take(Kind kind, long until, int limit) {
    List<Bytes> due = due(kind, until, limit);
    due.forEach(store::delete);
    return due.stream().map(key -> Arrays.copyOfRange(key.get(), HEAD, key.get().length)).toList();
  }

  private List<Bytes> due(Kind kind, long until, int limit) {
    List<Bytes> due = new ArrayList<>();
    if (until < none[kind.ordinal()]) {
      return due;
    }
    long after = until == Long.MAX_VALUE ? until : until + 1;
    try (KeyValueIterator<Bytes, byte[]> queue =
        store.range(head(kind, none[kind.ordinal()]), head(kind, after))) {
      while (queue.hasNext() && due.size() < limit) {
        due.add(queue.next().key);
      }
    }
    none[kind.ordinal()] = due.size() < limit ? after : time(due.get(due.size() - 1));
    return due;
  }

  private static Bytes head(Kind kind, long time) {
    return key(kind, time, new byte[0]);
  }

  private static Bytes key(Kind kind, long time, byte[] count) {
    return Bytes.wrap(
        ByteBuffer.allocate(HEAD + count.length).put(kind.code).putLong(time).put(count).array());
  }

  private static long time(Bytes key) {
    return ByteBuffer.wrap(key.get()).getLong(1);
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import io.postwatch.schema.Clock;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What is to happen to counts and posts, and when, in the order of time. Key: kind, time, the key
 * of the count or post.
 */
public final class Deadlines {

  /** What is due; each kind has a queue of its own, since they follow different clocks. */
  public enum Kind {
    /** The window closes, by the POSTED clock. */
    CLOSE_POSTED(1),
    /** What the closed window counted is forgotten, by the wall clock. */
    FORGET(2),
    /** The window closes, by the SEEN clock. */
    CLOSE_SEEN(3),
    /** A change that waits is published, by the wall clock. */
    PUBLISH(4),
    /** A post is forgotten, by the wall clock. */
    FORGET_POST(5);

    private final byte code;

    Kind(int code) {
      this.code = (byte) code;
    }

    /** The closing of windows by a clock. */
    public static Kind close(Clock clock) {
      return switch (clock) {
        case POSTED -> CLOSE_POSTED;
        case SEEN -> CLOSE_SEEN;
      };
    }
  }

  private static final int HEAD = 1 + Long.BYTES;
  private static final byte[] PRESENT = {1};

  private final KeyValueStore<Bytes, byte[]> store;

  // Nothing of a kind is before this key: a scan from the queue's start would step over the remains
  // of all that was deleted there.
  private final Map<Kind, Bytes> first = new EnumMap<>(Kind.class);

  Deadlines(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
    for (Kind kind : Kind.values()) {
      first.put(kind, head(kind, 0));
    }
  }

  /** Notes that {@code kind} is due for a count or post at {@code time}, in epoch ms from 0 on. */
  public void add(Kind kind, long time, byte[] what) {
    Bytes key = key(kind, time, what);
    store.put(key, PRESENT);
    first.computeIfPresent(kind, (any, known) -> key.compareTo(known) < 0 ? key : known);
  }

  /** Takes away the earliest deadlines up to {@code until}, at most {@code limit}. */
  public List<byte[]> take(Kind kind, long until, int limit) {
    List<Bytes> due = due(kind, until, limit);
    due.forEach(store::delete);
    return due.stream().map(key -> Arrays.copyOfRange(key.get(), HEAD, key.get().length)).toList();
  }

  private List<Bytes> due(Kind kind, long until, int limit) {
    Bytes from = first.get(kind);
    Bytes to = head(kind, until == Long.MAX_VALUE ? until : until + 1);
    List<Bytes> due = new ArrayList<>();
    if (from.compareTo(to) >= 0) {
      return due;
    }
    try (KeyValueIterator<Bytes, byte[]> queue = store.range(from, to)) {
      while (queue.hasNext() && due.size() < limit) {
        due.add(queue.next().key);
      }
    }
    first.put(kind, due.size() < limit ? to : due.get(due.size() - 1));
    return due;
  }

  private static Bytes head(Kind kind, long time) {
    return key(kind, time, new byte[0]);
  }

  private static Bytes key(Kind kind, long time, byte[] what) {
    return Bytes.wrap(
        ByteBuffer.allocate(HEAD + what.length).put(kind.code).putLong(time).put(what).array());
  }
}

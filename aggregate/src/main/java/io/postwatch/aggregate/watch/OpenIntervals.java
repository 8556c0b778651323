// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.watch;

import io.postwatch.aggregate.spikes.NewPost;
import io.postwatch.aggregate.spikes.SpikePosts;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The posts of intervals that have not ended: one record a series that had some, or whose spike
 * lasts. Key: start of the interval, series.
 */
final class OpenIntervals {
  private final KeyValueStore<Bytes, byte[]> store;

  /** Nothing is before this key: a scan would step over the remains of all that was deleted. */
  private Bytes first = Bytes.wrap(prefix(0));

  OpenIntervals(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /**
   * A series in an interval.
   *
   * @param placeName null where none is known
   */
  record Interval(long start, SeriesKey series, String placeName, SpikePosts posts) {}

  void add(long start, SeriesKey series, String placeName, NewPost post) {
    Bytes key = key(start, series);
    byte[] known = store.get(key);
    SpikePosts posts = known == null ? new SpikePosts() : interval(key, known).posts();
    posts.add(post);
    store.put(key, value(placeName, posts));
  }

  /** Sees to it that the series is looked at when the interval ends, even if it has no posts. */
  void await(long start, SeriesKey series, String placeName) {
    store.putIfAbsent(key(start, series), value(placeName, new SpikePosts()));
  }

  /**
   * Takes away those that start at {@code until} at the latest, at most {@code limit}, in order.
   */
  List<Interval> take(long until, int limit) {
    Bytes end = Bytes.wrap(prefix(until + 1));
    List<KeyValue<Bytes, byte[]>> due = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> intervals = store.range(first, end)) {
      while (intervals.hasNext() && due.size() < limit) {
        due.add(intervals.next());
      }
    }
    due.forEach(interval -> store.delete(interval.key));
    first = due.size() < limit ? end : due.get(due.size() - 1).key;
    return due.stream().map(interval -> interval(interval.key, interval.value)).toList();
  }

  /** Reads an entry of the store. */
  static Interval interval(Bytes key, byte[] value) {
    ByteBuffer in = ByteBuffer.wrap(key.get());
    long start = in.getLong();
    SeriesKey series = SeriesKey.read(in);
    ByteBuffer content = ByteBuffer.wrap(value);
    byte[] name = new byte[content.getShort()];
    content.get(name);
    return new Interval(
        start,
        series,
        name.length == 0 ? null : new String(name, StandardCharsets.UTF_8),
        SpikePosts.read(content));
  }

  private static byte[] value(String placeName, SpikePosts posts) {
    byte[] name = placeName == null ? new byte[0] : placeName.getBytes(StandardCharsets.UTF_8);
    byte[] content = posts.toBytes();
    return ByteBuffer.allocate(Short.BYTES + name.length + content.length)
        .putShort((short) name.length)
        .put(name)
        .put(content)
        .array();
  }

  private static Bytes key(long start, SeriesKey series) {
    return series.after(prefix(start));
  }

  private static byte[] prefix(long start) {
    return ByteBuffer.allocate(Long.BYTES).putLong(start).array();
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import io.postwatch.aggregate.counting.Count;
import io.postwatch.aggregate.counting.CountKey;
import io.postwatch.aggregate.counting.PostId;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Clock;
import io.postwatch.schema.Evidence;
import io.postwatch.schema.IncidentCount;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Reads a task's counts, from threads other than the task's. Where it can it jumps from key to key,
 * since a count that is passed over in a scan is read from its bytes all the same.
 */
public final class CountingReader {
  /** Bounds what is asked of the stores; there are some dozens of topics. */
  public static final int MOST_TOPICS = 10_000;

  private final ReadOnlyKeyValueStore<Bytes, CountState> counts;
  private final ReadOnlyKeyValueStore<Bytes, byte[]> posts;
  private final ReadOnlyKeyValueStore<String, Long> clocks;
  private final LocalState state;
  private final int partition;

  private CountingReader(
      ReadOnlyKeyValueStore<Bytes, CountState> counts,
      ReadOnlyKeyValueStore<Bytes, byte[]> posts,
      ReadOnlyKeyValueStore<String, Long> clocks,
      LocalState state,
      int partition) {
    this.counts = counts;
    this.posts = posts;
    this.clocks = clocks;
    this.state = state;
    this.partition = partition;
  }

  /**
   * Readers of the tasks at work in this instance, by partition.
   *
   * @throws InvalidStateStoreException while tasks come or go
   */
  public static Map<Integer, CountingReader> all(LocalState state) {
    Map<Integer, ReadOnlyKeyValueStore<Bytes, CountState>> counts =
        state.stores(CountingStores.COUNTS, QueryableStoreTypes.keyValueStore());
    Map<Integer, ReadOnlyKeyValueStore<Bytes, byte[]>> posts =
        state.stores(CountingStores.POSTS, QueryableStoreTypes.keyValueStore());
    Map<Integer, ReadOnlyKeyValueStore<String, Long>> clocks =
        state.stores(CountingStores.CLOCK, QueryableStoreTypes.keyValueStore());
    if (!counts.keySet().equals(posts.keySet()) || !counts.keySet().equals(clocks.keySet())) {
      throw new InvalidStateStoreException("tasks are moving between instances");
    }
    Map<Integer, CountingReader> readers = new TreeMap<>();
    counts.forEach(
        (partition, store) ->
            readers.put(
                partition,
                new CountingReader(
                    store, posts.get(partition), clocks.get(partition), state, partition)));
    return readers;
  }

  /** The latest count; empty where nothing has been counted, or it has been forgotten. */
  public Optional<Count> count(CountKey key) {
    return Optional.ofNullable(counts.get(Bytes.wrap(key.bytes()))).map(CountState::count);
  }

  /**
   * Visits the counts of a topic in a window, place by place, the shorter names first.
   *
   * @param from where to begin: the key itself is visited
   * @param visitor returns whether to go on
   */
  public void places(CountKey from, BiPredicate<CountKey, Count> visitor) {
    byte[] topic =
        CountKey.prefix(
            from.clock(), from.windowSize(), from.windowStart(), from.watchList(), from.topic());
    try (KeyValueIterator<Bytes, CountState> found =
        counts.range(Bytes.wrap(from.bytes()), after(topic))) {
      boolean goesOn = true;
      while (goesOn && found.hasNext()) {
        KeyValue<Bytes, CountState> next = found.next();
        goesOn = visitor.test(CountKey.of(next.key.get()), next.value.count());
      }
    }
  }

  /** A count in its published form, with what is still known of the posts that stand for it. */
  public IncidentCount published(CountKey key, Count count) {
    return count.published(post -> evidence(key.topic(), post));
  }

  private Optional<Evidence> evidence(String topic, PostId post) {
    byte[] bytes = posts.get(Bytes.wrap(Posts.key(topic, post)));
    return bytes == null ? Optional.empty() : PostStateCodec.evidence(bytes);
  }

  /** How far a clock has run, epoch milliseconds; empty before its first time. */
  public OptionalLong now(Clock clock) {
    Long now = clocks.get(clock.name());
    return now == null ? OptionalLong.empty() : OptionalLong.of(now);
  }

  /** Whether posts that report the topic are known. */
  public boolean knows(String topic) {
    if (topics(MOST_TOPICS).contains(topic)) {
      return true;
    }
    // A first post may have come since; to look for it costs as much as the posts that are cached.
    byte[] prefix = Posts.prefix(topic);
    return first(posts.range(Bytes.wrap(prefix), after(prefix))).isPresent();
  }

  /**
   * The topics of which posts are known, as of the last second: they are remembered for longer than
   * their counts.
   */
  public SortedSet<String> topics(int most) {
    return state.lately("up to " + most + " topics of " + partition, () -> findTopics(most));
  }

  private SortedSet<String> findTopics(int most) {
    SortedSet<String> topics = new TreeSet<>();
    Optional<Bytes> next = first(posts.all());
    while (next.isPresent() && topics.size() < most) {
      String topic = Posts.topic(next.get().get());
      topics.add(topic);
      next = first(posts.range(after(Posts.prefix(topic)), null));
    }
    return Collections.unmodifiableSortedSet(topics);
  }

  /** Starts of the windows in which something is counted, the newest first, found one by one. */
  public Stream<Long> windows(Clock clock, WindowSize size) {
    Bytes begin = Bytes.wrap(CountKey.prefix(clock, size));
    return Stream.iterate(
            last(begin, after(begin.get())),
            Optional::isPresent,
            found -> last(begin, Bytes.wrap(CountKey.prefix(clock, size, start(found)))))
        .map(CountingReader::start);
  }

  private static long start(Optional<Bytes> key) {
    return CountKey.of(key.orElseThrow().get()).windowStart();
  }

  /** The watch lists whose posts are counted in a window. */
  public SortedSet<String> watchLists(Clock clock, WindowSize size, long windowStart, int most) {
    Bytes end = after(CountKey.prefix(clock, size, windowStart));
    SortedSet<String> lists = new TreeSet<>();
    String last = CountKey.NO_LIST;
    Optional<Bytes> next;
    do {
      Bytes begin = after(CountKey.prefix(clock, size, windowStart, last));
      next = first(counts.range(begin, end));
      if (next.isPresent()) {
        last = CountKey.of(next.get().get()).watchList();
        lists.add(last);
      }
    } while (next.isPresent() && lists.size() < most);
    return lists;
  }

  // No key is as short as a prefix, so that it makes no difference that a range includes its end.
  private static Bytes after(byte[] prefix) {
    byte[] next = prefix.clone();
    int last = next.length - 1;
    while (last >= 0 && ++next[last] == 0) {
      last--;
    }
    return Bytes.wrap(next);
  }

  private Optional<Bytes> last(Bytes begin, Bytes end) {
    return first(counts.reverseRange(begin, end));
  }

  /** The first key, without its value, which would have to be read from its bytes. */
  private static Optional<Bytes> first(KeyValueIterator<Bytes, ?> range) {
    try (range) {
      return range.hasNext() ? Optional.of(range.peekNextKey()) : Optional.empty();
    }
  }
}

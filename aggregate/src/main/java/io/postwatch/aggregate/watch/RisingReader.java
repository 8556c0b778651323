// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.watch;

import io.postwatch.aggregate.spikes.InputPulse;
import io.postwatch.aggregate.spikes.SpikeRules;
import io.postwatch.aggregate.spikes.Standing;
import io.postwatch.aggregate.spikes.WatchedSeries;
import io.postwatch.aggregate.spikes.WatchedTopic;
import io.postwatch.aggregate.state.LocalState;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads how the series of one task stand, from threads other than the task's. */
public final class RisingReader {
  private final SpikeRules rules;
  private final ReadOnlyKeyValueStore<Bytes, byte[]> seriesStore;
  private final ReadOnlyKeyValueStore<Bytes, byte[]> openStore;
  private final InputPulse pulse;
  private final Map<String, WatchedTopic> topics = new HashMap<>();

  private RisingReader(
      SpikeRules rules,
      ReadOnlyKeyValueStore<Bytes, byte[]> seriesStore,
      ReadOnlyKeyValueStore<Bytes, byte[]> openStore) {
    this.rules = rules;
    this.seriesStore = seriesStore;
    this.openStore = openStore;
    pulse = new InputPulse(rules);
  }

  /**
   * All series of this instance that had a post in the last twelve intervals.
   *
   * @param asked of these topics only; none: of all
   */
  public static List<Rising> all(SpikeRules rules, LocalState state, Set<String> asked) {
    Map<Integer, ReadOnlyKeyValueStore<Bytes, byte[]>> series =
        state.stores(SpikeStores.SERIES, QueryableStoreTypes.keyValueStore());
    Map<Integer, ReadOnlyKeyValueStore<Bytes, byte[]>> open =
        state.stores(SpikeStores.OPEN, QueryableStoreTypes.keyValueStore());
    if (!series.keySet().equals(open.keySet())) {
      throw new InvalidStateStoreException("tasks are moving between instances");
    }
    List<Rising> all = new ArrayList<>();
    series.forEach(
        (partition, store) -> new RisingReader(rules, store, open.get(partition)).read(asked, all));
    return all;
  }

  private void read(Set<String> asked, List<Rising> all) {
    byte[] clock = get(SeriesWatch.CLOCK);
    if (clock == null || !pulse.restore(clock, get(SeriesWatch.HISTORY))) {
      return;
    }
    Map<SeriesKey, UnderWay> open = new HashMap<>();
    forEach(
        openStore.all(),
        (key, value) -> {
          OpenIntervals.Interval interval = OpenIntervals.interval(key, value);
          if (isAsked(asked, interval.series())) {
            open.computeIfAbsent(interval.series(), any -> new UnderWay(interval.placeName()))
                .add(interval);
          }
        });
    long anHourAgo = pulse.open() - (Standing.INTERVALS - 1) * rules.interval().toMillis();
    Bytes begin = Bytes.wrap(SeriesWatch.SERIES);
    Bytes end = Bytes.wrap(new byte[] {(byte) (SeriesWatch.SERIES[0] + 1)});
    forEach(
        seriesStore.range(begin, end),
        (key, value) -> {
          SeriesKey series = SeriesKey.read(ByteBuffer.wrap(key.get()).position(1));
          UnderWay underWay = open.remove(series);
          boolean isLate = WatchedSeries.lastPost(value) < anHourAgo;
          if (isAsked(asked, series) && (!isLate || underWay != null)) {
            all.add(rising(series, value, underWay == null ? Map.of() : underWay.counts()));
          }
        });
    open.forEach(
        (series, underWay) -> {
          if (underWay.counts().values().stream().anyMatch(count -> count > 0)) {
            all.add(begun(series, underWay));
          }
        });
  }

  /**
   * What a series has in intervals that have not been looked at.
   *
   * @param counts by the intervals' starts
   */
  private record UnderWay(String placeName, Map<Long, Long> counts) {
    UnderWay(String placeName) {
      this(placeName, new HashMap<>());
    }

    void add(OpenIntervals.Interval interval) {
      counts.put(interval.start(), interval.posts().number());
    }
  }

  private static boolean isAsked(Set<String> asked, SeriesKey series) {
    return asked.isEmpty() || asked.contains(series.topic());
  }

  private Rising rising(SeriesKey series, byte[] value, Map<Long, Long> counts) {
    return Rising.of(
        series,
        WatchedSeries.placeName(value),
        WatchedSeries.standing(rules, value, counts, pulse),
        pulse.now(),
        WatchedSeries.owesAnEnd(value));
  }

  /** Of a series whose first posts are those of the interval under way. */
  private Rising begun(SeriesKey series, UnderWay underWay) {
    WatchedTopic topic = topics.computeIfAbsent(series.topic(), this::topic);
    return Rising.of(
        series,
        underWay.placeName(),
        WatchedSeries.standing(rules, topic, underWay.counts(), pulse),
        pulse.now(),
        false);
  }

  private WatchedTopic topic(String topic) {
    byte[] known = get(new SeriesKey(topic, "").after(SeriesWatch.TOPIC));
    WatchedTopic watched =
        known == null ? WatchedTopic.seenFirst(rules, pulse.open()) : WatchedTopic.of(rules, known);
    watched.catchUp(pulse.open(), pulse);
    return watched;
  }

  private byte[] get(Bytes key) {
    return seriesStore.get(key);
  }

  private interface Visitor {
    void visit(Bytes key, byte[] value);
  }

  private static void forEach(KeyValueIterator<Bytes, byte[]> range, Visitor visitor) {
    try (range) {
      while (range.hasNext()) {
        KeyValue<Bytes, byte[]> next = range.next();
        visitor.visit(next.key, next.value);
      }
    }
  }
}

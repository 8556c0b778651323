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
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * Reads how the series of one task stand, from threads other than the task's, as it was at the
 * latest commit.
 */
public final class RisingReader {
  private final SpikeRules rules;
  private final LocalState state;
  private final int partition;
  private final InputPulse pulse;
  private final Map<String, WatchedTopic> topics = new HashMap<>();

  private RisingReader(SpikeRules rules, LocalState state, int partition) {
    this.rules = rules;
    this.state = state;
    this.partition = partition;
    pulse = new InputPulse(rules);
  }

  /**
   * All series of this instance that had a post in the last twelve intervals.
   *
   * @param asked of these topics only; none: of all
   */
  public static List<Rising> all(SpikeRules rules, LocalState state, Set<String> asked) {
    List<Rising> all = new ArrayList<>();
    for (int partition : state.held(SpikeStores.SERIES)) {
      new RisingReader(rules, state, partition).read(asked, all);
    }
    return all;
  }

  private void read(Set<String> asked, List<Rising> all) {
    byte[] clock = get(SeriesWatch.CLOCK);
    if (clock == null || !pulse.restore(clock, get(SeriesWatch.HISTORY))) {
      return;
    }
    Map<SeriesKey, UnderWay> open = new HashMap<>();
    forEach(
        SpikeStores.OPEN,
        Bytes.wrap(new byte[0]),
        null,
        (key, value) -> {
          OpenIntervals.Interval interval = OpenIntervals.interval(key, value);
          if (isAsked(asked, interval.series())) {
            open.computeIfAbsent(interval.series(), any -> new UnderWay(interval.placeName()))
                .add(interval);
          }
        });
    long anHourAgo = pulse.open() - (Standing.INTERVALS - 1) * rules.interval().toMillis();
    Bytes begin = Bytes.wrap(SeriesWatch.SERIES);
    forEach(
        SpikeStores.SERIES,
        begin,
        Bytes.wrap(new byte[] {(byte) (SeriesWatch.SERIES[0] + 1)}),
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
    return state.query(SpikeStores.SERIES, partition, KeyQuery.<Bytes, byte[]>withKey(key));
  }

  private interface Visitor {
    void visit(Bytes key, byte[] value);
  }

  private void forEach(String store, Bytes from, Bytes to, Visitor visitor) {
    RangeQuery<Bytes, byte[]> range =
        to == null ? RangeQuery.withLowerBound(from) : RangeQuery.withRange(from, to);
    try (KeyValueIterator<Bytes, byte[]> found = state.query(store, partition, range)) {
      while (found.hasNext()) {
        KeyValue<Bytes, byte[]> next = found.next();
        visitor.visit(next.key, next.value);
      }
    }
  }
}

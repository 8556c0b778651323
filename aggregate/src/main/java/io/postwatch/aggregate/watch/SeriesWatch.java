// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.watch;

import io.postwatch.aggregate.spikes.InputPulse;
import io.postwatch.aggregate.spikes.SpikeNews;
import io.postwatch.aggregate.spikes.SpikeRules;
import io.postwatch.aggregate.spikes.WatchedSeries;
import io.postwatch.aggregate.spikes.WatchedTopic;
import io.postwatch.schema.Clock;
import io.postwatch.schema.Spike;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Shows its posts to each series when an interval ends, and makes records of what it tells. */
final class SeriesWatch {
  /**
   * Places of a topic that are watched at a time; of more, those are forgotten that were longest
   * silent.
   */
  static final int MOST_SERIES = 5_000;

  /** Looking for them costs a scan of the topic, so that several go at a time. */
  private static final int FORGOTTEN_AT_A_TIME = MOST_SERIES / 10;

  /** When the input was at work last. */
  static final Bytes CLOCK = Bytes.wrap(new byte[] {0});

  /** When it was at work before. */
  static final Bytes HISTORY = Bytes.wrap(new byte[] {1});

  static final byte[] TOPIC = {2};
  static final byte[] SERIES = {3};
  private static final String NO_PLACE = "";
  private static final int BATCH = 1_000;

  private final SpikeRules rules;
  private final InputPulse pulse;
  private final OpenIntervals open;
  private final KeyValueStore<Bytes, byte[]> store;
  private final Consumer<Spike> sink;

  SeriesWatch(
      SpikeRules rules,
      InputPulse pulse,
      OpenIntervals open,
      KeyValueStore<Bytes, byte[]> store,
      Consumer<Spike> sink) {
    this.rules = rules;
    this.pulse = pulse;
    this.open = open;
    this.store = store;
    this.sink = sink;
  }

  /** Looks at all series that had posts in an interval that has ended, or whose spike lasts. */
  void intervalEnded(long start) {
    List<OpenIntervals.Interval> ended;
    do {
      ended = open.take(start, BATCH);
      ended.forEach(interval -> observe(interval, start));
    } while (ended.size() == BATCH);
  }

  private void observe(OpenIntervals.Interval interval, long latest) {
    SeriesKey key = interval.series();
    Bytes storeKey = key.after(SERIES);
    byte[] state = store.get(storeKey);
    if (state == null && interval.posts().isEmpty()) {
      return;
    }
    WatchedSeries series = state == null ? begun(interval) : WatchedSeries.of(rules, state);
    for (SpikeNews news : series.observe(interval.start(), interval.posts(), pulse)) {
      sink.accept(spike(key, series.placeName(), news));
    }
    store.put(storeKey, series.toBytes());
    if (series.hasSpike()) {
      open.await(latest + rules.interval().toMillis(), key, series.placeName());
    }
  }

  private WatchedSeries begun(OpenIntervals.Interval interval) {
    String topic = interval.series().topic();
    Bytes key = new SeriesKey(topic, NO_PLACE).after(TOPIC);
    byte[] state = store.get(key);
    WatchedTopic watched =
        state == null
            ? WatchedTopic.seenFirst(rules, interval.start())
            : WatchedTopic.of(rules, state);
    watched.catchUp(interval.start(), pulse);
    if (watched.series() >= MOST_SERIES) {
      watched.addSeries(-forgetSilent(topic));
    }
    watched.addSeries(1);
    store.put(key, watched.toBytes());
    return WatchedSeries.empty(rules, interval.placeName(), watched);
  }

  private record Silent(long lastPost, Bytes key) {}

  private int forgetSilent(String topic) {
    List<Silent> all = new ArrayList<>();
    // The first is that of all places, which stays.
    Bytes everywhere = new SeriesKey(topic, NO_PLACE).after(SERIES);
    try (KeyValueIterator<Bytes, byte[]> series =
        store.prefixScan(everywhere, new BytesSerializer())) {
      series.forEachRemaining(
          entry -> {
            if (!entry.key.equals(everywhere) && !WatchedSeries.owesAnEnd(entry.value)) {
              all.add(new Silent(WatchedSeries.lastPost(entry.value), entry.key));
            }
          });
    }
    all.sort(Comparator.comparingLong(Silent::lastPost).thenComparing(Silent::key));
    List<Silent> forgotten = all.subList(0, Math.min(FORGOTTEN_AT_A_TIME, all.size()));
    forgotten.forEach(silent -> store.delete(silent.key()));
    return forgotten.size();
  }

  private Spike spike(SeriesKey key, String placeName, SpikeNews news) {
    return Spike.newBuilder()
        .setTopic(key.topic())
        .setPlace(key.place())
        .setPlaceName(placeName)
        .setClock(Clock.SEEN)
        .setWindowSize(rules.interval().toMillis())
        .setStartedAt(Instant.ofEpochMilli(news.spike().start()))
        .setCountedUntil(Instant.ofEpochMilli(news.spike().end()))
        .setEndedAt(news.spike().isOver() ? Instant.ofEpochMilli(news.spike().end()) : null)
        .setObserved(news.spike().observed())
        .setExpected(news.spike().expected())
        .setScore(news.spike().score())
        .setAuthors(news.posts().authors())
        .setOutlets(news.posts().outlets())
        .setEvidence(news.posts().evidence())
        .setUpdatedAt(Instant.ofEpochMilli(news.at()))
        .build();
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.watch;

import io.micrometer.core.instrument.Counter;
import io.postwatch.aggregate.counting.PlaceRollUp;
import io.postwatch.aggregate.spikes.InputPulse;
import io.postwatch.aggregate.spikes.SpikeRules;
import io.postwatch.runtime.metrics.Metric;
import io.postwatch.runtime.trace.TraceContext;
import io.postwatch.schema.Incident;
import io.postwatch.schema.Spike;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Counts new posts by topic, place and interval of arrival, and tells the spikes in that. All that
 * it does follows from the records and their order, so that a replay tells the same.
 */
final class SpikeWatcher implements Processor<String, Incident, String, Spike> {
  private static final Duration TURN = Duration.ofSeconds(1);

  /** Bounds one turn to some tens of milliseconds, so that input never waits long. */
  private static final int MOST_FORGOTTEN_A_TURN = 2_000;

  /** Series that grew last; a spike tells of one of few at a time. */
  private static final int MOST_TRACES = 1_000;

  private final SpikeRules rules;
  private final Optional<Duration> idleAfter;
  private final Counter lasting = Metric.SPIKES.counter("state", "lasting");
  private final Counter ended = Metric.SPIKES.counter("state", "ended");
  private final Map<SeriesKey, TraceContext> traces = new LatestTraces();

  // Set by init, which Kafka Streams calls again on the same object when it revives a task.
  private ProcessorContext<String, Spike> context;
  private KeyValueStore<Bytes, byte[]> series;
  private InputPulse pulse;
  private SeenLately seen;
  private FirstSightings firstSightings;
  private OpenIntervals open;
  private SeriesWatch watch;
  private long lastInput;

  /**
   * @param idleAfter how long input must be silent until the wall clock ends intervals; empty:
   *     never
   */
  SpikeWatcher(SpikeRules rules, Optional<Duration> idleAfter) {
    this.rules = rules;
    this.idleAfter = idleAfter;
  }

  @Override
  public void init(ProcessorContext<String, Spike> context) {
    this.context = context;
    SpikeStores stores = SpikeStores.of(context);
    series = stores.series();
    pulse = new InputPulse(rules);
    byte[] clock = series.get(SeriesWatch.CLOCK);
    if (clock != null && !pulse.restore(clock, series.get(SeriesWatch.HISTORY))) {
      clear(series);
      clear(stores.open());
    }
    seen = new SeenLately(stores.seen());
    firstSightings = new FirstSightings(seen);
    open = new OpenIntervals(stores.open());
    watch = new SeriesWatch(rules, pulse, open, series, this::tell);
    lastInput = context.currentSystemTimeMs();
    context.schedule(TURN, PunctuationType.WALL_CLOCK_TIME, this::turn);
  }

  @Override
  public void process(Record<String, Incident> record) {
    Incident incident = record.value();
    if (incident.getRetraction() != null) {
      // It was said: what is taken back later was news when it came.
      return;
    }
    lastInput = context.currentSystemTimeMs();
    // A clock that runs ahead must not end intervals; what it stamps has come by now.
    long at = Math.max(0, Math.min(incident.getIngestedAt().toEpochMilli(), lastInput));
    advance(at);
    long interval = pulse.arrived(at);
    if (interval >= 0) {
      add(incident, TraceContext.of(record.headers()), interval);
    }
    series.put(SeriesWatch.CLOCK, pulse.clockBytes());
  }

  private void add(Incident incident, TraceContext trace, long interval) {
    firstSightings
        .news(incident, interval, pulse.now())
        .ifPresent(
            news -> {
              for (PlaceRollUp place : news.places()) {
                SeriesKey key = new SeriesKey(incident.getTopic(), place.place());
                open.add(interval, key, place.name(), news.post());
                if (!trace.isEmpty()) {
                  traces.put(key, trace);
                }
              }
            });
  }

  private void turn(long now) {
    if (pulse.now() < 0) {
      return;
    }
    if (idleAfter.filter(idle -> now - lastInput >= idle.toMillis()).isPresent()) {
      advance(now);
    }
    seen.forget(pulse.now(), MOST_FORGOTTEN_A_TURN);
  }

  private void advance(long at) {
    pulse.advance(at, this::intervalEnded);
  }

  private void intervalEnded(long start) {
    watch.intervalEnded(start);
    series.put(SeriesWatch.HISTORY, pulse.historyBytes());
    series.put(SeriesWatch.CLOCK, pulse.clockBytes());
  }

  private void tell(Spike spike) {
    (spike.getEndedAt() == null ? lasting : ended).increment();
    Record<String, Spike> record =
        new Record<>(spike.getTopic(), spike, spike.getUpdatedAt().toEpochMilli());
    traces
        .getOrDefault(new SeriesKey(spike.getTopic(), spike.getPlace()), TraceContext.NONE)
        .writeTo(record.headers());
    context.forward(record);
  }

  /** In which trace the latest new post of a series came. */
  private static final class LatestTraces extends LinkedHashMap<SeriesKey, TraceContext> {
    private static final long serialVersionUID = 1L;

    LatestTraces() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<SeriesKey, TraceContext> eldest) {
      return size() > MOST_TRACES;
    }
  }

  private static void clear(KeyValueStore<Bytes, byte[]> store) {
    List<Bytes> keys = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
      all.forEachRemaining(entry -> keys.add(entry.key));
    }
    keys.forEach(store::delete);
  }
}

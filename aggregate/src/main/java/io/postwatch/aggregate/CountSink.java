// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.postwatch.aggregate.counting.CountKey;
import io.postwatch.runtime.metrics.Metric;
import io.postwatch.schema.Clock;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentCount;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Where a task's results go: one method for each sink of the topology. */
final class CountSink {
  private final ProcessorContext<Object, SpecificRecord> context;
  private final Map<Clock, Counter> published = new EnumMap<>(Clock.class);
  private final Map<Clock, Timer> latency = new EnumMap<>(Clock.class);

  CountSink(ProcessorContext<Object, SpecificRecord> context) {
    this.context = context;
    for (Clock clock : Clock.values()) {
      published.put(clock, Metric.COUNTS.counter("clock", clock.name()));
      latency.put(clock, Metric.COUNT_LATENCY.timer("clock", clock.name()));
    }
  }

  /**
   * Publishes a count, stamped with the time of its change: the broker deletes by that.
   *
   * @param cause why; empty where nothing new came, or nobody knows
   */
  void count(CountKey key, IncidentCount count, Optional<Cause> cause) {
    Record<Object, SpecificRecord> record =
        new Record<>(key.published(), count, count.getUpdatedAt().toEpochMilli());
    cause.ifPresent(
        known -> {
          long took = context.currentSystemTimeMs() - known.arrivedAt();
          latency.get(key.clock()).record(Math.max(0, took), TimeUnit.MILLISECONDS);
          known.trace().writeTo(record.headers());
        });
    published.get(key.clock()).increment();
    context.forward(
        record,
        key.isOfWatchList() ? AggregateTopology.WATCH_LIST_COUNTS : AggregateTopology.COUNTS);
  }

  void late(Record<String, Incident> record) {
    context.forward(record, AggregateTopology.LATE);
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.micrometer.core.instrument.Counter;
import io.postwatch.aggregate.state.CountingStores;
import io.postwatch.aggregate.state.WindowClocks;
import io.postwatch.aggregate.windows.KnownTime;
import io.postwatch.aggregate.windows.WindowRule;
import io.postwatch.runtime.metrics.Metric;
import io.postwatch.schema.Clock;
import io.postwatch.schema.Incident;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Counts each incident in its windows, at its places, and sees to it that windows close. */
final class IncidentCounter implements Processor<String, Incident, Object, SpecificRecord> {
  /** Small against the second or two in which a final count is wanted. */
  private static final Duration TURN = Duration.ofMillis(100);

  private final CountingRules rules;
  private final WindowClosing closing;
  private final Counter counted = Metric.INCIDENTS.counter();

  // Set by init, which Kafka Streams calls again on the same object when it revives a task.
  private ProcessorContext<Object, SpecificRecord> context;
  private CountSink sink;
  private CountingStores stores;
  private CountPublisher publisher;
  private WindowKeeper keeper;
  private UncountedSensors uncounted;
  private PostCounter counter;
  private List<Metric.Shown> lags = List.of();

  IncidentCounter(CountingRules rules, WindowClosing closing) {
    this.rules = rules;
    this.closing = closing;
  }

  @Override
  public void init(ProcessorContext<Object, SpecificRecord> context) {
    this.context = context;
    sink = new CountSink(context);
    stores = CountingStores.of(context);
    publisher = new CountPublisher(rules.updateInterval(), stores, sink);
    keeper = new WindowKeeper(rules, stores, publisher, context.currentSystemTimeMs());
    uncounted = new UncountedSensors(context.metrics(), context.taskId());
    counter = new PostCounter(rules, stores, publisher);
    lags.forEach(Metric.Shown::close);
    lags = rules.clocks().stream().map(this::lag).toList();
    closing.join(context.taskId().toString());
    context.schedule(TURN, PunctuationType.WALL_CLOCK_TIME, this::turn);
  }

  /** Of a clock that no record has moved yet there is none. */
  private Metric.Shown lag(Clock clock) {
    WindowClocks clocks = stores.clocks();
    return Metric.WATERMARK_LAG.gauge(
        () -> {
          long now = clocks.now(clock);
          return now == 0 ? Double.NaN : (System.currentTimeMillis() - now) / 1000.0;
        },
        "clock",
        clock.name(),
        "task",
        context.taskId().toString());
  }

  /** Counts an incident that {@link IncidentCheck} let pass. */
  @Override
  public void process(Record<String, Incident> record) {
    long now = context.currentSystemTimeMs();
    Incident incident = record.value();
    // A clock of a post's own may run ahead a little; the windows' clocks must not run with it.
    long latestPossible = Math.min(incident.getIngestedAt().toEpochMilli(), now);
    for (Clock clock : Clock.values()) {
      KnownTime.of(clock, incident)
          .ifPresent(time -> stores.clocks().advance(clock, Math.min(time.from(), latestPossible)));
    }
    keeper.inputCame(now);
    counted.increment();
    count(record, now);
  }

  @Override
  public void close() {
    closing.leave(context.taskId().toString());
    lags.forEach(Metric.Shown::close);
    uncounted.close();
  }

  private void turn(long now) {
    String task = context.taskId().toString();
    if (!closing.isAskedOf(task)) {
      keeper.turn(now);
    } else if (keeper.closeAll(now) > 0) {
      // Kafka Streams commits before the next turn, which then finds nothing left and says so.
      context.commit();
    } else {
      closing.done(task);
    }
  }

  private void count(Record<String, Incident> record, long now) {
    Incident incident = record.value();
    List<WindowRule> late =
        counter.count(incident, Missed.of(record.headers()), Cause.of(record), now);
    if (!late.isEmpty()) {
      divert(record, late);
    }
    if (incident.getRetraction() == null) {
      Uncounted.byPosted(rules, incident).ifPresent(uncounted::record);
    }
  }

  private void divert(Record<String, Incident> record, List<WindowRule> late) {
    uncounted.record(Uncounted.LATE);
    sink.late(record.withHeaders(LateHeaders.added(record.headers(), late, stores.clocks())));
  }
}

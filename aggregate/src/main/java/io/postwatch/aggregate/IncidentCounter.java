// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.aggregate.counting.CountKey;
import io.postwatch.aggregate.counting.CountUpdate;
import io.postwatch.aggregate.counting.Fingerprints;
import io.postwatch.aggregate.counting.Novelty;
import io.postwatch.aggregate.counting.PlaceRollUp;
import io.postwatch.aggregate.counting.Sighting;
import io.postwatch.aggregate.state.CountState;
import io.postwatch.aggregate.state.CountingStores;
import io.postwatch.aggregate.state.Deadlines;
import io.postwatch.aggregate.windows.KnownTime;
import io.postwatch.aggregate.windows.WindowRule;
import io.postwatch.schema.Clock;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentCount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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

  // Set by init, which Kafka Streams calls again on the same object when it revives a task.
  private ProcessorContext<Object, SpecificRecord> context;
  private CountSink sink;
  private CountingStores stores;
  private CountPublisher publisher;
  private WindowKeeper keeper;
  private UncountedSensors uncounted;
  private Fingerprints fingerprints;

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
    fingerprints = new Fingerprints();
    closing.join(context.taskId().toString());
    context.schedule(TURN, PunctuationType.WALL_CLOCK_TIME, this::turn);
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
    count(record, now);
  }

  @Override
  public void close() {
    closing.leave(context.taskId().toString());
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
    Sighting sighting = Sighting.of(incident, fingerprints);
    List<PlaceRollUp> places = PlaceRollUp.of(Optional.ofNullable(incident.getPlace()));
    List<WindowRule> late = new ArrayList<>(0);
    for (WindowRule window : rules.windows()) {
      OptionalLong start = KnownTime.windowStart(window, incident);
      if (start.isEmpty()) {
        continue;
      }
      if (isLate(window, start.getAsLong())) {
        late.add(window);
        continue;
      }
      for (PlaceRollUp place : places) {
        count(incident, sighting, place, window, start.getAsLong(), now);
      }
    }
    if (!late.isEmpty()) {
      divert(record, late);
    }
    Uncounted.byPosted(rules, incident).ifPresent(uncounted::record);
  }

  // By the clock alone, so that a window is closed for all places or for none.
  private boolean isLate(WindowRule window, long start) {
    return rules.lateness() == Lateness.DIVERT
        && window.closesAt(start) <= stores.clocks().now(window.clock());
  }

  private void count(
      Incident incident,
      Sighting sighting,
      PlaceRollUp place,
      WindowRule window,
      long start,
      long now) {
    Instant at = Instant.ofEpochMilli(now);
    byte[] key =
        new CountKey(window.clock(), incident.getTopic(), place.place(), start, window.size())
            .bytes();
    CountState state = stores.counts().get(key);
    IncidentCount before;
    Novelty novelty;
    if (state == null) {
      stores.deadlines().add(Deadlines.Kind.close(window.clock()), window.closesAt(start), key);
      before = CountUpdate.empty(place, at);
      novelty = stores.members().addFirst(key, sighting);
    } else {
      before = state.count();
      novelty = stores.members().add(key, sighting);
    }
    IncidentCount after = CountUpdate.after(before, incident, novelty, at);
    if (after != before) {
      publisher.changed(key, state, after, now);
    }
  }

  private void divert(Record<String, Incident> record, List<WindowRule> late) {
    uncounted.record(Uncounted.LATE);
    sink.late(record.withHeaders(LateHeaders.added(record.headers(), late, stores.clocks())));
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.watch;

import io.postwatch.aggregate.DriverState;
import io.postwatch.aggregate.Incidents;
import io.postwatch.aggregate.KeptStores;
import io.postwatch.aggregate.KeptWindows;
import io.postwatch.aggregate.spikes.SpikeRules;
import io.postwatch.aggregate.state.LocalState;
import io.postwatch.aggregate.view.View;
import io.postwatch.aggregate.view.ViewStores;
import io.postwatch.aggregate.view.ViewTopology;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.trace.TraceContext;
import io.postwatch.schema.Incident;
import io.postwatch.schema.Spike;
import io.postwatch.serde.AvroDeserializer;
import io.postwatch.serde.AvroSerializer;
import io.postwatch.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The watching part of the topology at work without a broker. */
final class SpikeRun implements AutoCloseable {
  static final Duration INTERVAL = Duration.ofMinutes(5);
  static final Duration IDLE = Duration.ofMinutes(1);
  static final int PER_DAY = 288;
  static final Instant MONDAY = Instant.parse("2031-05-05T00:00:00Z");

  private static final String INCIDENTS = "incidents";
  private static final KafkaSettings SETTINGS =
      new KafkaSettings(
          Map.of("bootstrap.servers", "none:9092"),
          Map.of(),
          Map.of("schema.registry.url", "mock://spikes"),
          Duration.ZERO,
          AvroSerializer.class.getName(),
          AvroDeserializer.class.getName(),
          Optional.empty(),
          OptionalInt.empty(),
          (short) -1);
  private static final Serde<Incident> INCIDENT = SETTINGS.valueSerde();
  private static final Serde<Spike> SPIKE = SETTINGS.valueSerde();

  private final TopologyTestDriver driver;
  private final TestInputTopic<String, Incident> incidents;
  private final TestOutputTopic<String, Spike> spikes;
  private final List<TestRecord<String, Spike>> told = new ArrayList<>();
  private int posts;

  private SpikeRun(SpikeRules rules, KeptStores stores, Instant now, Consumer<Topology> further) {
    Topology topology =
        new Topology()
            .addSource(
                INCIDENTS,
                Serdes.String().deserializer(),
                INCIDENT.deserializer(),
                Topics.INCIDENTS.name());
    SpikeTopology.addTo(topology, INCIDENTS, rules, Optional.of(IDLE), SPIKE, stores);
    further.accept(topology);
    driver = new TopologyTestDriver(topology, SETTINGS.streamsProperties("spikes-test"), now);
    incidents =
        driver.createInputTopic(
            Topics.INCIDENTS.name(), new StringSerializer(), INCIDENT.serializer());
    spikes =
        driver.createOutputTopic(
            Topics.SPIKES.name(), new StringDeserializer(), SPIKE.deserializer());
  }

  /** Long after all that tests feed it, so that its wall clock matters to none of that. */
  static SpikeRun start() {
    return start(SpikeRules.USUAL, new KeptStores(), at(200 * PER_DAY));
  }

  static SpikeRun start(SpikeRules rules, KeptStores stores, Instant now) {
    return new SpikeRun(rules, stores, now, topology -> {});
  }

  /** A run whose spikes are remembered to be shown. */
  static SpikeRun showing(View view) {
    KeptStores stores = new KeptStores();
    ViewStores shown = new ViewStores(new KeptWindows(), stores);
    return new SpikeRun(
        SpikeRules.USUAL,
        stores,
        at(200 * PER_DAY),
        topology ->
            ViewTopology.addTo(
                topology, INCIDENTS, Optional.of(SpikeTopology.WATCHER), view, shown));
  }

  LocalState state() {
    return new DriverState(driver, 0);
  }

  /** Start of an interval, counted from a Monday. */
  static Instant at(int interval) {
    return MONDAY.plus(INTERVAL.multipliedBy(interval));
  }

  /** A post of its own account in an article of its own of one of seven outlets. */
  Incident post(int interval) {
    posts++;
    Incident post =
        Incident.newBuilder(Incidents.incident("n" + posts, "a" + posts))
            .setArticle(Incidents.article("a" + posts, "The " + posts % 7 + " Times"))
            .build();
    return Incidents.seenAt(
        Incidents.postedAt(post, at(interval)), at(interval).plusMillis(posts % 1000));
  }

  void see(Incident incident) {
    incidents.pipeInput(incident.getTopic(), incident);
  }

  /** In the course of a trace. */
  void see(Incident incident, TraceContext trace) {
    TestRecord<String, Incident> record = new TestRecord<>(incident.getTopic(), incident);
    trace.writeTo(record.headers());
    incidents.pipeInput(record);
  }

  /** So many posts in an interval, each changed. */
  void see(int interval, long number, UnaryOperator<Incident> change) {
    for (int i = 0; i < number; i++) {
      see(change.apply(post(interval)));
    }
  }

  /** One post in each interval, from one to before another. */
  void hum(int from, int until) {
    hum(from, until, UnaryOperator.identity());
  }

  void hum(int from, int until, UnaryOperator<Incident> change) {
    for (int interval = from; interval < until; interval++) {
      see(interval, 1, change);
    }
  }

  void pass(Duration wallClock) {
    driver.advanceWallClockTime(wallClock);
  }

  /** All that was told so far. */
  List<Spike> told() {
    return records().stream().map(TestRecord::value).toList();
  }

  /** In which trace what was told of one place was told. */
  List<TraceContext> traces(String place) {
    return records().stream()
        .filter(record -> record.value().getPlace().equals(place))
        .map(record -> TraceContext.of(record.headers()))
        .toList();
  }

  private List<TestRecord<String, Spike>> records() {
    told.addAll(spikes.readRecordsToList());
    return told;
  }

  /** What was told of one place. */
  List<Spike> told(String place) {
    return told().stream().filter(spike -> spike.getPlace().equals(place)).toList();
  }

  @Override
  public void close() {
    driver.close();
  }
}

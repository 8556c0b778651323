// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.aggregate.state.LocalState;
import io.postwatch.aggregate.view.View;
import io.postwatch.aggregate.view.ViewSerdes;
import io.postwatch.aggregate.view.ViewStores;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.trace.TraceContext;
import io.postwatch.schema.Clock;
import io.postwatch.schema.EnrichedPost;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.IncidentCountKey;
import io.postwatch.schema.WatchListCountKey;
import io.postwatch.serde.AvroDeserializer;
import io.postwatch.serde.AvroSerializer;
import io.postwatch.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.test.TestRecord;

/** The topology at work without a broker; what it publishes is gathered until it is asked for. */
public final class AggregateRun implements AutoCloseable {
  private static final KafkaSettings SETTINGS =
      new KafkaSettings(
          Map.of("bootstrap.servers", "none:9092"),
          Map.of(),
          Map.of("schema.registry.url", "mock://aggregate"),
          Duration.ZERO,
          AvroSerializer.class.getName(),
          AvroDeserializer.class.getName(),
          Optional.empty(),
          OptionalInt.empty(),
          (short) -1);
  static final AggregateSerdes SERDES =
      new AggregateSerdes(
          SETTINGS.valueSerde(), SETTINGS.keySerde(), SETTINGS.valueSerde(), SETTINGS.valueSerde());

  /** The wall clock when a run starts, unless told otherwise. */
  static final Instant START = Incidents.NOON.plus(Duration.ofMinutes(1));

  /** How often the punctuator comes round. */
  static final Duration TURN = Duration.ofMillis(100);

  /** A published count with its key. */
  record Update(IncidentCountKey key, IncidentCount count) {}

  final WindowClosing closing = new WindowClosing();
  private final TopologyTestDriver driver;
  private final TestInputTopic<String, Incident> incidents;
  private final TestOutputTopic<SpecificRecord, IncidentCount> counts;
  private final TestOutputTopic<SpecificRecord, IncidentCount> watchListCounts;
  private final TestOutputTopic<String, Incident> late;
  private final TestOutputTopic<byte[], byte[]> deadLetters;
  private final List<Update> updates = new ArrayList<>();

  private AggregateRun(
      CountingRules rules,
      Function<String, KeyValueBytesStoreSupplier> stores,
      Instant start,
      Consumer<Topology> further) {
    Topology topology = AggregateTopology.build(rules, Optional.empty(), SERDES, closing, stores);
    further.accept(topology);
    driver = new TopologyTestDriver(topology, SETTINGS.streamsProperties("aggregate-test"), start);
    incidents =
        driver.createInputTopic(
            Topics.INCIDENTS.name(), new StringSerializer(), SERDES.incident().serializer());
    counts =
        driver.createOutputTopic(
            Topics.INCIDENT_COUNTS.name(),
            SERDES.countKey().deserializer(),
            SERDES.count().deserializer());
    watchListCounts =
        driver.createOutputTopic(
            Topics.WATCH_LIST_COUNTS.name(),
            SERDES.countKey().deserializer(),
            SERDES.count().deserializer());
    late =
        driver.createOutputTopic(
            Topics.LATE.name(), new StringDeserializer(), SERDES.incident().deserializer());
    deadLetters =
        driver.createOutputTopic(
            Topics.DEAD_LETTERS.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  public static AggregateRun of(CountingRules rules) {
    return of(rules, new KeptStores());
  }

  static AggregateRun of(CountingRules rules, Function<String, KeyValueBytesStoreSupplier> stores) {
    return of(rules, stores, START);
  }

  static AggregateRun of(
      CountingRules rules, Function<String, KeyValueBytesStoreSupplier> stores, Instant start) {
    return new AggregateRun(rules, stores, start, topology -> {});
  }

  /** A run that remembers posts and incidents to be shown, too. */
  static AggregateRun of(
      CountingRules rules, KeptStores stores, KeptWindows windows, Instant start, View view) {
    return new AggregateRun(
        rules,
        stores,
        start,
        topology ->
            AggregateTopology.show(
                topology, Optional.empty(), view, new ViewStores(windows, stores)));
  }

  static ViewSerdes viewSerdes() {
    return new ViewSerdes(SETTINGS.valueSerde(), SERDES.incident(), SERDES.spike());
  }

  /** Sees a post as the enrich stage publishes it. */
  void see(EnrichedPost post) {
    driver
        .createInputTopic(
            Topics.ENRICHED_POSTS.name(),
            new StringSerializer(),
            SETTINGS.<EnrichedPost>valueSerde().serializer())
        .pipeInput(post.getPost().getPostKey(), post);
  }

  public void see(Incident... seen) {
    for (Incident incident : seen) {
      see(new TestRecord<>(incident.getTopic(), incident));
    }
  }

  @SafeVarargs
  final void see(TestRecord<String, Incident>... seen) {
    for (TestRecord<String, Incident> record : seen) {
      incidents.pipeInput(record);
    }
  }

  /** Sees an incident that came in the course of a trace. */
  void see(Incident incident, TraceContext trace) {
    TestRecord<String, Incident> record = new TestRecord<>(incident.getTopic(), incident);
    trace.writeTo(record.headers());
    see(record);
  }

  /** In which trace counts were published since they were last asked for, one a count. */
  List<TraceContext> traces() {
    return counts.readRecordsToList().stream().map(r -> TraceContext.of(r.headers())).toList();
  }

  /** Sees a record as it lies in the topic. */
  void seeBytes(String key, byte[] value) {
    driver
        .createInputTopic(
            Topics.INCIDENTS.name(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(key, value);
  }

  public void pass(Duration wallClock) {
    driver.advanceWallClockTime(wallClock);
  }

  /** Lets the punctuator come round several times: the driver calls it once a step of time. */
  void turns(int number) {
    for (int i = 0; i < number; i++) {
      pass(TURN);
    }
  }

  /** Closes all windows on demand, as the end of a finite input does. */
  public void drain() {
    var closed = closing.closeAll();
    while (!closed.isDone()) {
      pass(Duration.ofMillis(100));
    }
  }

  /** The counts published since this was last asked. */
  List<Update> updates() {
    List<Update> fresh = new ArrayList<>();
    counts
        .readRecordsToList()
        .forEach(r -> fresh.add(new Update((IncidentCountKey) r.key(), r.value())));
    updates.addAll(fresh);
    return fresh;
  }

  /** The latest count of each key of a watch list. */
  Map<WatchListCountKey, IncidentCount> watchListTable() {
    Map<WatchListCountKey, IncidentCount> table = new LinkedHashMap<>();
    watchListCounts
        .readRecordsToList()
        .forEach(update -> table.put((WatchListCountKey) update.key(), update.value()));
    return table;
  }

  /** The latest count of each key. */
  Map<IncidentCountKey, IncidentCount> table() {
    updates();
    Map<IncidentCountKey, IncidentCount> table = new LinkedHashMap<>();
    updates.forEach(update -> table.put(update.key(), update.count()));
    return table;
  }

  /** The latest count of the one POSTED key that has this place and size. */
  IncidentCount count(String place, String size) {
    return count(Clock.POSTED, place, size);
  }

  /** The latest count of the one key that has this clock, place and size. */
  IncidentCount count(Clock clock, String place, String size) {
    return table().entrySet().stream()
        .filter(entry -> entry.getKey().getClock() == clock)
        .filter(entry -> entry.getKey().getPlace().equals(place))
        .filter(entry -> size(entry.getKey()).equals(size))
        .map(Map.Entry::getValue)
        .reduce((one, other) -> fail(place, size))
        .orElseThrow();
  }

  /** Size and status of the counts published since last asked, e.g. {@code 1m FINAL}. */
  List<String> statuses() {
    return updates().stream()
        .map(update -> size(update.key()) + " " + update.count().getStatus())
        .toList();
  }

  List<TestRecord<String, Incident>> late() {
    return late.readRecordsToList();
  }

  /** Why records were put aside since this was last asked. */
  List<String> refusals() {
    return deadLetters.readRecordsToList().stream()
        .map(letter -> letter.headers().lastHeader("error").value())
        .map(error -> new String(error, StandardCharsets.UTF_8))
        .toList();
  }

  /**
   * Its stores, as other threads see them.
   *
   * @param partition of which it is the task
   */
  public LocalState state(int partition) {
    return new DriverState(driver, partition);
  }

  long uncounted(Uncounted reason) {
    return reason.total(driver.metrics());
  }

  static String size(IncidentCountKey key) {
    return new WindowSize(key.getWindowSize()).toString();
  }

  @Override
  public void close() {
    driver.close();
  }

  private static IncidentCount fail(String place, String size) {
    throw new AssertionError("more than one count for \"" + place + "\" and " + size);
  }
}

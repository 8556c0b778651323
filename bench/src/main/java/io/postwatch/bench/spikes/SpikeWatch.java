// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.spikes;

import io.postwatch.aggregate.AggregateConfig;
import io.postwatch.aggregate.AggregateSerdes;
import io.postwatch.aggregate.AggregateTopology;
import io.postwatch.aggregate.CountingRules;
import io.postwatch.aggregate.WindowClosing;
import io.postwatch.aggregate.spikes.SpikeRules;
import io.postwatch.bench.Stopwatch;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Settings;
import io.postwatch.schema.Article;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentPlace;
import io.postwatch.schema.Span;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import io.postwatch.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Prints what telling spikes costs beside counting: time an incident and bytes of state. Without a
 * broker, on RocksDB. The driver commits after each incident, so that no cache spares a write: both
 * times are higher than a stage's, which commits ten times a second.
 */
final class SpikeWatch {
  private static final int INCIDENTS = 5_000;
  private static final int ROUNDS = 3;
  private static final int TOPICS = 10;
  private static final Instant START = Instant.parse("2025-03-03T00:00:00Z");

  private final Random random = new Random(1);
  private final Settings settings =
      Settings.load(
          Optional.empty(),
          Map.of(),
          Map.of(
              "kafka.bootstrap.servers", "none:9092",
              "registry.schema.registry.url", "mock://spike-watch"));
  private final KafkaSettings kafka = KafkaSettings.from(settings);
  private final AggregateSerdes serdes =
      new AggregateSerdes(
          kafka.valueSerde(), kafka.keySerde(), kafka.valueSerde(), kafka.valueSerde());
  private final List<Incident> incidents = new ArrayList<>();
  private final Path states = Files.createTempDirectory("spike-watch");
  private int runs;

  /** Few in an interval: then most of the time goes into the intervals' ends. */
  private final int inAnInterval;

  private SpikeWatch(int inAnInterval) throws IOException {
    this.inAnInterval = inAnInterval;
    for (int i = 0; i < INCIDENTS; i++) {
      // Every third is a post that was seen before, in another article.
      boolean isAgain = i % 3 == 2;
      incidents.add(incident(isAgain ? incidents.get(i - 2) : null, i));
    }
  }

  public static void main(String[] args) throws Exception {
    new SpikeWatch(5_000).print();
    new SpikeWatch(500).print();
  }

  private void print() throws Exception {
    double[] seconds =
        Stopwatch.seconds(
            ROUNDS, List.of(() -> run(Optional.empty()), () -> run(Optional.of(SpikeRules.USUAL))));
    System.out.printf(
        "%d incidents in five minutes: counting %.0f us an incident, with spikes %.0f us (x %.2f)%n",
        inAnInterval,
        1e6 * seconds[0] / INCIDENTS,
        1e6 * seconds[1] / INCIDENTS,
        seconds[1] / seconds[0]);
    try (TopologyTestDriver driver = driver(Optional.of(SpikeRules.USUAL))) {
      feed(driver);
      for (String store : List.of("spike-series", "spike-open", "spike-seen")) {
        System.out.println(store + ": " + size(driver.getKeyValueStore(store)));
      }
    }
    delete();
  }

  private void run(Optional<SpikeRules> spikes) {
    try (TopologyTestDriver driver = driver(spikes)) {
      feed(driver);
    }
  }

  private void feed(TopologyTestDriver driver) {
    TestInputTopic<String, Incident> input =
        driver.createInputTopic(
            Topics.INCIDENTS.name(), new StringSerializer(), serdes.incident().serializer());
    incidents.forEach(incident -> input.pipeInput(incident.getTopic(), incident));
  }

  private TopologyTestDriver driver(Optional<SpikeRules> spikes) {
    CountingRules rules = AggregateConfig.rules(settings);
    Topology topology = AggregateTopology.build(rules, spikes, serdes, new WindowClosing());
    Properties properties = kafka.streamsProperties("spike-watch-" + runs++);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, states.toString());
    return new TopologyTestDriver(topology, properties, START.plus(Duration.ofDays(1)));
  }

  private static String size(KeyValueStore<Bytes, byte[]> store) {
    long entries = 0;
    long bytes = 0;
    try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
      while (all.hasNext()) {
        var entry = all.next();
        entries++;
        bytes += entry.key.get().length + entry.value.length;
      }
    }
    return "%d entries of %d bytes, %d bytes an incident"
        .formatted(entries, entries == 0 ? 0 : bytes / entries, bytes / INCIDENTS);
  }

  /** Of a few topics and many places, the first of each far more often than the others. */
  private Incident incident(Incident again, int i) {
    Instant at =
        START
            .plus(Duration.ofMinutes(5).multipliedBy(i / inAnInterval))
            .plusMillis(280_000L / inAnInterval * (i % inAnInterval));
    Article article =
        Article.newBuilder()
            .setKey("https://news.example/2025/03/03/article-" + i)
            .setUrl("https://news.example/2025/03/03/article-" + i)
            .setOutlet("outlet " + i % 50)
            .build();
    if (again != null) {
      return Incident.newBuilder(again).setArticle(article).setIngestedAt(at).build();
    }
    int place = (int) (300 * Math.pow(random.nextDouble(), 2));
    return Incident.newBuilder()
        .setPostKey("x:" + (1_895_800_000_000_000_000L + i * 7_919L))
        .setPlatform("x")
        .setTopic("topic-" + (int) (TOPICS * Math.pow(random.nextDouble(), 2)))
        .setConfidence(0.9)
        .setPlace(
            IncidentPlace.newBuilder()
                .setGeonameId(184_745L + place)
                .setName("Place " + place)
                .setCountry("" + (char) ('A' + place % 26) + (char) ('A' + place / 26))
                .setKind("CITY")
                .build())
        .setEvidence(List.of(new Span("crowds march", 0, 12)))
        .setHandle("author" + i % 5_000)
        .setUrl("https://x.com/author" + i % 5_000 + "/status/" + i)
        .setTextFingerprint("%016x".formatted(random.nextLong()))
        .setArticle(article)
        .setPostedAt(at)
        .setPostedAtPrecision(TimePrecision.MILLIS)
        .setPostedAtSource(TimeSource.ID)
        .setIngestedAt(at)
        .build();
  }

  private void delete() throws IOException {
    try (Stream<Path> files = Files.walk(states)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.postwatch.aggregate.AggregateSerdes;
import io.postwatch.aggregate.feed.LiveFeed;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Settings;
import io.postwatch.runtime.TopicAdmin;
import io.postwatch.runtime.http.HttpConfig;
import io.postwatch.runtime.http.HttpServer;
import io.postwatch.schema.Clock;
import io.postwatch.schema.CountStatus;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.IncidentCountKey;
import io.postwatch.schema.Spike;
import io.postwatch.topics.Topic;
import io.postwatch.topics.Topics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live feed on the published topics, of two instances. */
class LiveFeedIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir Path directory;
  private final HttpClient client = HttpClient.newHttpClient();
  private LocalCluster cluster;
  private KafkaSettings kafka;
  private Instance one;
  private Instance two;

  /** What an instance answers with. */
  private record Instance(LiveFeed feed, HttpServer server) {
    URI uri() {
      return server.uri().resolve("/api/v1/feed");
    }

    void close() {
      feed.close();
      server.close();
    }
  }

  @BeforeEach
  void start() throws Exception {
    cluster = LocalCluster.start(Optional.of(directory.resolve("data")), 0, 0);
    kafka = KafkaSettings.from(settings());
    try (TopicAdmin admin = new TopicAdmin(kafka)) {
      admin.create(List.of(Topics.INCIDENT_COUNTS, Topics.WATCH_LIST_COUNTS, Topics.SPIKES));
    }
    one = instance();
    two = instance();
  }

  @AfterEach
  void stop() {
    one.close();
    two.close();
    cluster.close();
  }

  private Settings settings() {
    Map<String, String> options = new HashMap<>(cluster.settings());
    options.put("http.port", "0");
    return Settings.load(Optional.empty(), Map.of(), options);
  }

  private Instance instance() {
    LiveFeed feed = new LiveFeed();
    HttpServer server = HttpServer.start(HttpConfig.from(settings()).orElseThrow(), List.of(feed));
    feed.start(
        kafka,
        new AggregateSerdes(
            kafka.valueSerde(), kafka.keySerde(), kafka.valueSerde(), kafka.valueSerde()));
    return new Instance(feed, server);
  }

  @Test
  void aReaderGoesOnAtAnotherInstanceWhereItWasAndMissesNothing() throws Exception {
    String id;
    try (BufferedReader events = listen(one, null)) {
      publishCount("protest", 1);
      List<String> event = next(events);
      assertThat(event).anyMatch(line -> line.contains("\"topic\":\"protest\""));
      id = field(event, "id: ");
    }
    publishCount("flood", 2);
    publishSpike("flood");

    try (BufferedReader events = listen(two, id)) {
      List<String> both = next(events);
      if (both.stream().noneMatch(line -> line.contains("event: spikes"))) {
        both.addAll(next(events));
      }
      assertThat(both).anyMatch(line -> line.contains("\"topic\":\"flood\",\"place\":null"));
      assertThat(both).anyMatch(line -> line.contains("\"posts\":2"));
      assertThat(both).contains("event: spikes");
      assertThat(both).noneMatch(line -> line.contains("protest"));
    }
  }

  @Test
  void whatWasPublishedJustBeforeAnInstanceBeganIsKnownToIt() throws Exception {
    String id;
    try (BufferedReader events = listen(one, null)) {
      publishCount("protest", 1);
      id = field(next(events), "id: ");
    }
    publishCount("flood", 2);
    Instance three = instance();

    try (BufferedReader events = listen(three, id)) {
      assertThat(next(events)).anyMatch(line -> line.contains("\"topic\":\"flood\""));
    } finally {
      three.close();
    }
  }

  private BufferedReader listen(Instance instance, String id) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(instance.uri());
    if (id != null) {
      request.header("Last-Event-ID", id);
    }
    // It is refused until the instance has found the topics' ends.
    HttpResponse<InputStream> answer =
        await()
            .atMost(SOON)
            .until(
                () -> client.send(request.build(), BodyHandlers.ofInputStream()),
                let -> let.statusCode() == 200);
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  /** The lines of the next event that has data, and of those that follow without a pause. */
  private static List<String> next(BufferedReader events) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = events.readLine(); line != null; line = events.readLine()) {
      if (!line.isEmpty()) {
        lines.add(line);
      } else if (lines.stream().anyMatch(l -> l.startsWith("data:"))) {
        return lines;
      } else {
        lines.clear();
      }
    }
    throw new IOException("the feed ended");
  }

  private static String field(List<String> event, String name) {
    return event.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()))
        .findFirst()
        .orElseThrow();
  }

  private void publishCount(String topic, long posts) throws Exception {
    IncidentCountKey key =
        new IncidentCountKey(Clock.SEEN, topic, "", Instant.parse("2026-04-16T20:00:00Z"), 60_000L);
    IncidentCount count =
        IncidentCount.newBuilder()
            .setPosts(posts)
            .setSightings(posts)
            .setAuthors(posts)
            .setOutlets(posts)
            .setFigures(List.of())
            .setStatus(CountStatus.PROVISIONAL)
            .setEvidence(List.of())
            .setUpdatedAt(Instant.parse("2026-04-16T20:00:30Z"))
            .build();
    publish(Topics.INCIDENT_COUNTS, kafka.keySerde(), key, count);
  }

  private void publishSpike(String topic) throws Exception {
    Spike spike =
        Spike.newBuilder()
            .setTopic(topic)
            .setPlace("")
            .setClock(Clock.SEEN)
            .setWindowSize(300_000)
            .setStartedAt(Instant.parse("2026-04-16T20:00:00Z"))
            .setObserved(20)
            .setExpected(2)
            .setScore(4)
            .setEvidence(List.of())
            .build();
    publish(Topics.SPIKES, Serdes.String(), topic, spike);
  }

  private <K> void publish(Topic topic, Serde<K> keys, K key, SpecificRecord value)
      throws Exception {
    try (KafkaProducer<K, SpecificRecord> producer =
        new KafkaProducer<>(
            kafka.producerProperties(),
            keys.serializer(),
            kafka.<SpecificRecord>valueSerde().serializer())) {
      producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
    }
  }
}

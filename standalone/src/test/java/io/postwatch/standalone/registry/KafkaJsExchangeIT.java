// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.ingest.IngestObserver;
import io.postwatch.ingest.Tally;
import io.postwatch.runtime.Settings;
import io.postwatch.schema.Clock;
import io.postwatch.schema.CountStatus;
import io.postwatch.schema.CountedFigure;
import io.postwatch.schema.Evidence;
import io.postwatch.schema.FigureKind;
import io.postwatch.schema.FigureModifier;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.IncidentCountKey;
import io.postwatch.serde.AvroDeserializer;
import io.postwatch.serde.TrustedClasses;
import io.postwatch.standalone.LocalCluster;
import io.postwatch.standalone.Newsroom;
import io.postwatch.standalone.Newsroom.Post;
import io.postwatch.standalone.Pipeline;
import io.postwatch.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kafkajs reads what the pipeline publishes, and what it writes is read in Java. */
class KafkaJsExchangeIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Instant MORNING = Instant.parse("2025-03-01T08:00:00Z");

  @TempDir static Path directory;
  private static LocalCluster cluster;

  /** Every article is readable. */
  private static final class Reading implements IngestObserver {
    @Override
    public void progress(Tally tally) {}

    @Override
    public void unreadable(String name, String reason) {
      throw new AssertionError(name + ": " + reason);
    }
  }

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    KafkaJs.assumeInstalled();
    TrustedClasses.trustGeneratedRecords();
    cluster = LocalCluster.start(Optional.of(directory.resolve("data")), 0, 0);
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void whatThePipelinePublishesIsReadByKafkaJs() throws Exception {
    publishCounts();
    List<JsonNode> ours = readAll(Topics.INCIDENT_COUNTS.name());
    assertThat(ours).anyMatch(record -> !record.at("/value/figures").isEmpty());

    String theirs =
        KafkaJs.exchange(
            "",
            "read",
            cluster.bootstrapServers(),
            cluster.registryUrl(),
            Topics.INCIDENT_COUNTS.name(),
            Integer.toString(ours.size()));

    assertThat(theirs.lines().map(KafkaJsExchangeIT::json))
        .containsExactlyInAnyOrderElementsOf(ours);
  }

  private static void publishCounts() throws Exception {
    Path articles = Files.createDirectory(directory.resolve("articles"));
    Newsroom.article(
        articles.resolve("a.html"),
        "https://news.example/a",
        Post.at(MORNING, 1, "one", "Huge protest in Kenya ☂"),
        Post.at(MORNING, 2, "two", "Flood in Chile, at least 3 killed"));
    Map<String, String> settings = new HashMap<>(Pipeline.settings());
    settings.putAll(cluster.settings());
    settings.put("ingest.inputs", articles.toString());
    settings.put("aggregate.lateness", "accept");
    try (Pipeline pipeline =
        Pipeline.start(Settings.load(Optional.empty(), Map.of(), settings), true, new Reading())) {
      pipeline.drain();
    }
  }

  /** The topic's records as JSON, read with our deserializer. */
  private static List<JsonNode> readAll(String topic) {
    List<JsonNode> all = new ArrayList<>();
    try (Consumer<Object, Object> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                cluster.bootstrapServers(),
                "isolation.level",
                "read_committed"),
            configured(new AvroDeserializer(), true, false),
            configured(new AvroDeserializer(), false, false))) {
      List<TopicPartition> partitions = new ArrayList<>();
      for (PartitionInfo info : consumer.partitionsFor(topic)) {
        partitions.add(new TopicPartition(topic, info.partition()));
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> all.add(json(record)));
      }
    }
    return all;
  }

  private static JsonNode json(ConsumerRecord<Object, Object> record) {
    ObjectNode json =
        JSON.createObjectNode().put("partition", record.partition()).put("offset", record.offset());
    json.set("key", json(record.key().toString()));
    json.set("value", json(record.value().toString()));
    // Numbers of one width, whatever they were made from.
    return json(json.toString());
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new AssertionError(text, e);
    }
  }

  @Test
  void whatKafkaJsWritesIsReadByOursAndByConfluents() throws Exception {
    String topic = "from-kafkajs";
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
    ObjectNode record = JSON.createObjectNode();
    record.set("keySchema", json(IncidentCountKey.getClassSchema().toString()));
    record.set("valueSchema", json(IncidentCount.getClassSchema().toString()));
    record.set(
        "key",
        json(
            """
            {"clock": "POSTED", "topic": "flood", "place": "CL",
             "windowStart": 1740787200000, "windowSize": 86400000}
            """));
    // Its whole numbers are exact below 2^53 - 1, and it refuses greater ones.
    record.set(
        "value",
        json(
            """
            {"posts": 2, "sightings": 9007199254740990, "authors": 1, "outlets": 1,
             "figures": [{"kind": "KILLED", "count": 3, "upper": null, "modifier": "AT_LEAST",
                          "unit": "ñandúes", "postKey": "x:1"}],
             "status": "FINAL", "placeName": "Chile",
             "evidence": [{"postKey": "x:1", "handle": null, "url": null, "articleUrl": null,
                           "text": "Flood ☂"}],
             "updatedAt": 1740830400123, "distinctTexts": 2}
            """));

    KafkaJs.exchange(
        record.toString(), "write", cluster.bootstrapServers(), cluster.registryUrl(), topic);

    ConsumerRecord<byte[], byte[]> bytes = onlyRecord(topic);
    Map<String, Object> settings = settings(true);
    for (Deserializer<Object> keys :
        List.of(
            configured(new AvroDeserializer(), true, true),
            Confluent.deserializer(settings, true))) {
      assertThat(keys.deserialize(topic, bytes.key()))
          .isEqualTo(
              new IncidentCountKey(
                  Clock.POSTED,
                  "flood",
                  "CL",
                  Instant.ofEpochMilli(1_740_787_200_000L),
                  86_400_000L));
    }
    for (Deserializer<Object> values :
        List.of(
            configured(new AvroDeserializer(), false, true),
            Confluent.deserializer(settings, false))) {
      assertThat(values.deserialize(topic, bytes.value()))
          .isEqualTo(
              new IncidentCount(
                  2L,
                  9_007_199_254_740_990L,
                  1L,
                  1L,
                  List.of(
                      new CountedFigure(
                          FigureKind.KILLED, 3L, null, FigureModifier.AT_LEAST, "ñandúes", "x:1")),
                  CountStatus.FINAL,
                  "Chile",
                  List.of(new Evidence("x:1", null, null, null, "Flood ☂")),
                  Instant.ofEpochMilli(1_740_830_400_123L),
                  2L,
                  false,
                  false,
                  false));
    }
  }

  private static ConsumerRecord<byte[], byte[]> onlyRecord(String topic) {
    TopicPartition partition = new TopicPartition(topic, 0);
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", cluster.bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      List<ConsumerRecord<byte[], byte[]>> records =
          consumer.poll(Duration.ofSeconds(20)).records(partition);
      assertThat(records).hasSize(1);
      return records.get(0);
    }
  }

  private static Deserializer<Object> configured(
      Deserializer<Object> deserializer, boolean isKey, boolean specific) {
    deserializer.configure(settings(specific), isKey);
    return deserializer;
  }

  private static Map<String, Object> settings(boolean specific) {
    return Map.of("schema.registry.url", cluster.registryUrl(), "specific.avro.reader", specific);
  }
}

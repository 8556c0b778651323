// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.aggregate;

import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Settings;
import io.postwatch.runtime.TopicAdmin;
import io.postwatch.schema.Incident;
import io.postwatch.standalone.LocalCluster;
import io.postwatch.topics.Topic;
import io.postwatch.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;

/**
 * An embedded broker with incidents on it, on which one application after the other is measured.
 */
final class BenchBroker implements AutoCloseable {
  private static final long POLL_MILLIS = 20;

  private final Path directory;
  private final LocalCluster cluster;
  private final Admin admin;

  private BenchBroker(Path directory, LocalCluster cluster) {
    this.directory = directory;
    this.cluster = cluster;
    this.admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()));
  }

  static BenchBroker start() throws IOException {
    return new BenchBroker(
        Files.createTempDirectory("postwatch-bench-"), LocalCluster.start(Optional.empty(), 0, 0));
  }

  /** Settings of a stage on this broker: those that are given, and the defaults. */
  Settings settings(Map<String, String> given) {
    Map<String, String> all = new HashMap<>(cluster.settings());
    all.put("state-dir", directory.resolve("state").toString());
    all.putAll(given);
    return Settings.load(Optional.empty(), Map.of(), all);
  }

  /** Writes incidents by an idempotent producer, without transactions. */
  void load(InventedIncidents incidents, int number, Instant firstArrival)
      throws InterruptedException {
    KafkaSettings kafka = KafkaSettings.from(settings(Map.of()));
    create(Topics.INCIDENTS);
    Map<String, Object> properties = kafka.producerProperties();
    properties.put("batch.size", 128 << 10);
    properties.put("linger.ms", 20);
    try (Producer<byte[], byte[]> producer =
            new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        Serde<Incident> serde = kafka.valueSerde()) {
      for (int i = 0; i < number; i++) {
        producer.send(IncidentRecord.of(incidents.next(firstArrival), serde.serializer()));
      }
    }
  }

  /** Creates a topic where it is missing, and waits until it can be written to. */
  void create(Topic topic) throws InterruptedException {
    try (TopicAdmin topics = new TopicAdmin(KafkaSettings.from(settings(Map.of())))) {
      topics.create(List.of(topic));
    }
  }

  /** What all groups have committed, by topic and partition. */
  Map<TopicPartition, Long> committed() throws Exception {
    Map<TopicPartition, Long> committed = new HashMap<>();
    for (String group : groups()) {
      admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get()
          .forEach((partition, offset) -> committed.put(partition, offset(offset)));
    }
    return committed;
  }

  private static long offset(OffsetAndMetadata committed) {
    return committed == null ? 0 : committed.offset();
  }

  /** The offset after the last record of each partition, or its transaction's marker. */
  Map<TopicPartition, Long> ends(Set<String> topics) throws Exception {
    Map<TopicPartition, OffsetSpec> partitions =
        admin.describeTopics(topics).allTopicNames().get().values().stream()
            .flatMap(
                topic ->
                    topic.partitions().stream()
                        .map(p -> new TopicPartition(topic.name(), p.partition())))
            .collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin
        .listOffsets(partitions, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
        .all()
        .get()
        .forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  /** Names of the groups, which are the applications that have run since the last reset. */
  Set<String> groups() throws Exception {
    return admin.listGroups().all().get().stream()
        .map(GroupListing::groupId)
        .collect(Collectors.toSet());
  }

  Set<String> topics() throws Exception {
    return admin.listTopics().names().get();
  }

  /**
   * Takes away all that applications have left: groups, state and every topic but the incidents.
   */
  void reset() throws Exception {
    admin.deleteConsumerGroups(groups()).all().get();
    Set<String> left =
        topics().stream()
            .filter(topic -> !topic.startsWith("_") && !topic.equals(Topics.INCIDENTS.name()))
            .collect(Collectors.toSet());
    admin.deleteTopics(left).all().get();
    while (topics().stream().anyMatch(left::contains)) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    delete(directory.resolve("state"));
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  String bootstrapServers() {
    return cluster.bootstrapServers();
  }

  @Override
  public void close() throws IOException {
    admin.close();
    cluster.close();
    delete(directory);
  }
}

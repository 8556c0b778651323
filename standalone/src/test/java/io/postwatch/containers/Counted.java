// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.containers;

import io.postwatch.ingest.IngestObserver;
import io.postwatch.ingest.Tally;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Settings;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.IncidentCountKey;
import io.postwatch.serde.AvroDeserializer;
import io.postwatch.standalone.LocalCluster;
import io.postwatch.standalone.Pipeline;
import io.postwatch.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * The published counts: posts, sightings, authors and outlets by clock, topic, place and window.
 */
final class Counted {
  private Counted() {}

  /** The latest of each, as any consumer of the topic reads them; empty while it is not there. */
  static Map<String, List<Long>> in(Settings settings) {
    KafkaSettings kafka = KafkaSettings.from(settings);
    Map<String, Object> properties = new HashMap<>(kafka.registry());
    properties.put("specific.avro.reader", true);
    properties.put("bootstrap.servers", kafka.bootstrapServers());
    properties.put("isolation.level", "read_committed");
    properties.put("key.deserializer", AvroDeserializer.class);
    properties.put("value.deserializer", AvroDeserializer.class);
    Map<String, List<Long>> counts = new TreeMap<>();
    try (Consumer<IncidentCountKey, IncidentCount> consumer = new KafkaConsumer<>(properties)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.INCIDENT_COUNTS.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer
            .poll(Duration.ofMillis(50))
            .forEach(record -> counts.put(name(record.key()), numbers(record.value())));
      }
    }
    return counts;
  }

  /** What one process counts of the same articles. */
  static Map<String, List<Long>> byOneProcess(Path articles) throws Exception {
    try (LocalCluster cluster = LocalCluster.start(Optional.empty(), 0, 0)) {
      Map<String, String> options = new HashMap<>(Pipeline.settings());
      options.putAll(cluster.settings());
      options.put("ingest.inputs", articles.toString());
      options.put("aggregate.lateness", "accept");
      Settings settings = Settings.load(Optional.empty(), Map.of(), options);
      try (Pipeline pipeline = Pipeline.start(settings, true, new Silent())) {
        pipeline.drain();
      }
      return in(settings);
    }
  }

  private static String name(IncidentCountKey key) {
    return "%s %s %s %d+%d"
        .formatted(
            key.getClock(),
            key.getTopic(),
            key.getPlace(),
            key.getWindowStart().toEpochMilli(),
            key.getWindowSize());
  }

  private static List<Long> numbers(IncidentCount count) {
    return List.of(count.getPosts(), count.getSightings(), count.getAuthors(), count.getOutlets());
  }

  private static final class Silent implements IngestObserver {
    @Override
    public void progress(Tally tally) {}

    @Override
    public void unreadable(String name, String reason) {}
  }
}

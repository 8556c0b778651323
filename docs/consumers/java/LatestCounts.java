// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0

import io.postwatch.schema.CountStatus;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.IncidentCountKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads all counts up to now and prints the latest of each key: closed windows alone with --final. */
public final class LatestCounts {
  private static final String TOPIC = "postwatch.incident-counts.v1";

  public static void main(String[] args) {
    boolean finalOnly = args.length > 2 && args[2].equals("--final");
    latest(args[0], args[1])
        .forEach(
            (key, count) -> {
              if (!finalOnly || count.getStatus() != CountStatus.PROVISIONAL) {
                print(key, count);
              }
            });
  }

  private static Map<IncidentCountKey, IncidentCount> latest(String broker, String registry) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", broker,
            "schema.registry.url", registry,
            "isolation.level", "read_committed", // Kafka's default shows what may be taken back.
            "key.deserializer", "io.postwatch.serde.AvroDeserializer",
            "value.deserializer", "io.postwatch.serde.AvroDeserializer",
            "specific.avro.reader", true);
    Map<IncidentCountKey, IncidentCount> latest = new HashMap<>();
    try (KafkaConsumer<IncidentCountKey, IncidentCount> consumer = new KafkaConsumer<>(settings)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(info -> new TopicPartition(TOPIC, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<IncidentCountKey, IncidentCount> update :
            consumer.poll(Duration.ofMillis(200))) {
          latest.put(update.key(), update.value()); // The whole count: it replaces, never adds.
        }
      }
    }
    return latest;
  }

  private static void print(IncidentCountKey key, IncidentCount count) {
    System.out.printf(
        "%s %s %s %s %d posts=%d sightings=%d %s%n",
        key.getClock(),
        key.getTopic(),
        key.getPlace().isEmpty() ? "*" : key.getPlace(),
        key.getWindowStart(),
        key.getWindowSize(),
        count.getPosts(),
        count.getSightings(),
        count.getStatus());
  }
}

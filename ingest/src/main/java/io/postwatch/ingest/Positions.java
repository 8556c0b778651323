// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest;

import io.postwatch.runtime.KafkaSettings;
import io.postwatch.schema.SourcePosition;
import io.postwatch.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What has been read already: the fingerprint of every source that is done. */
final class Positions {
  private final Map<String, String> fingerprints = new HashMap<>();

  /** Reads the committed positions to their end. */
  static Positions load(KafkaSettings kafka) {
    Positions positions = new Positions();
    Map<String, Object> properties = kafka.clientProperties();
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    TopicPartition partition = new TopicPartition(Topics.INGEST_POSITIONS.name(), 0);
    try (Consumer<String, SourcePosition> consumer =
        new KafkaConsumer<>(
            properties,
            new StringDeserializer(),
            kafka.<SourcePosition>valueSerde().deserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<String, SourcePosition> record :
            consumer.poll(Duration.ofMillis(100))) {
          positions.set(record.key(), record.value().getFingerprint());
        }
      }
    }
    return positions;
  }

  boolean isDone(String source, String fingerprint) {
    return fingerprint.equals(fingerprints.get(source));
  }

  void set(String source, String fingerprint) {
    fingerprints.put(source, fingerprint);
  }
}

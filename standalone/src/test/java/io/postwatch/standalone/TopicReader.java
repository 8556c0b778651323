// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone;

import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.TopicAdmin;
import io.postwatch.topics.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads all that is committed in a topic, for tests. */
public final class TopicReader {
  private final KafkaSettings kafka;

  public TopicReader(KafkaSettings kafka) {
    this.kafka = kafka;
  }

  /** Records as they lie there. */
  public List<ConsumerRecord<byte[], byte[]>> bytes(Topic topic) throws InterruptedException {
    return read(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** Records of a topic whose keys are strings. */
  public <V extends SpecificRecord> List<ConsumerRecord<String, V>> records(Topic topic)
      throws InterruptedException {
    return read(topic, new StringDeserializer(), kafka.<V>valueSerde().deserializer());
  }

  /** Records of a topic whose keys are Avro. */
  public <K extends SpecificRecord, V extends SpecificRecord>
      List<ConsumerRecord<K, V>> keyedRecords(Topic topic) throws InterruptedException {
    return read(topic, kafka.<K>keySerde().deserializer(), kafka.<V>valueSerde().deserializer());
  }

  private <K, V> List<ConsumerRecord<K, V>> read(
      Topic topic, Deserializer<K> keys, Deserializer<V> values) throws InterruptedException {
    Map<TopicPartition, Long> ends;
    try (TopicAdmin admin = new TopicAdmin(kafka)) {
      ends = admin.ends(topic);
    }
    Map<String, Object> properties = kafka.clientProperties();
    properties.put("isolation.level", "read_committed");
    List<ConsumerRecord<K, V>> records = new ArrayList<>();
    try (Consumer<K, V> consumer = new KafkaConsumer<>(properties, keys, values)) {
      consumer.assign(ends.keySet());
      consumer.seekToBeginning(ends.keySet());
      while (ends.keySet().stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(50)).forEach(records::add);
      }
    }
    return records;
  }
}

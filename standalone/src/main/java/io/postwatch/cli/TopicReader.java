// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Standstill;
import io.postwatch.runtime.TopicAdmin;
import io.postwatch.topics.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads a published topic as any consumer would: committed records only. */
final class TopicReader<K, V> implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final Topic topic;
  private final Consumer<K, V> consumer;
  private final Map<TopicPartition, Long> ends;
  private final List<TopicPartition> partitions;

  /**
   * Opens the topic at its beginning.
   *
   * @throws io.postwatch.runtime.StageException when it cannot be reached, or is not there
   */
  TopicReader(KafkaSettings kafka, Topic topic, Deserializer<K> keys, Deserializer<V> values)
      throws InterruptedException {
    this.topic = topic;
    try (TopicAdmin admin = new TopicAdmin(kafka)) {
      ends = admin.ends(topic);
    }
    Map<String, Object> properties = kafka.clientProperties();
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    consumer = new KafkaConsumer<>(properties, keys, values);
    partitions = List.copyOf(ends.keySet());
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Hands over every record that was there when this reader was made, in order a partition. */
  void readToEnd(BiConsumer<K, V> sink) {
    Standstill standstill = new Standstill();
    for (long left = left(); left > 0; left = left()) {
      long records = left;
      standstill.look(left, () -> records + " records of " + topic.name() + " cannot be read yet");
      poll(sink);
    }
  }

  private long left() {
    return partitions.stream()
        .mapToLong(p -> Math.max(0, ends.get(p) - consumer.position(p)))
        .sum();
  }

  /** Hands over records as they come, until told to stop. */
  void follow(BiConsumer<K, V> sink, BooleanSupplier stopped) {
    while (!stopped.getAsBoolean()) {
      poll(sink);
    }
  }

  private void poll(BiConsumer<K, V> sink) {
    consumer.poll(POLL).forEach(record -> sink.accept(record.key(), record.value()));
  }

  @Override
  public void close() {
    consumer.close();
  }
}

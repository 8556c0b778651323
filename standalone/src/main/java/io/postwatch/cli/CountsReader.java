// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Standstill;
import io.postwatch.runtime.TopicAdmin;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.IncidentCountKey;
import io.postwatch.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads {@code postwatch.incident-counts.v1} as any consumer would: committed records only. */
final class CountsReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final Consumer<IncidentCountKey, IncidentCount> consumer;
  private final Map<TopicPartition, Long> ends;
  private final List<TopicPartition> partitions;

  /**
   * Opens the topic at its beginning.
   *
   * @throws io.postwatch.runtime.StageException when it cannot be reached, or is not there
   */
  CountsReader(KafkaSettings kafka) throws InterruptedException {
    try (TopicAdmin admin = new TopicAdmin(kafka)) {
      ends = admin.ends(Topics.INCIDENT_COUNTS);
    }
    Map<String, Object> properties = kafka.clientProperties();
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    consumer =
        new KafkaConsumer<>(
            properties,
            kafka.<IncidentCountKey>keySerde().deserializer(),
            kafka.<IncidentCount>valueSerde().deserializer());
    partitions = List.copyOf(ends.keySet());
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Hands over every update that was there when this reader was made, in order a partition. */
  void readToEnd(BiConsumer<IncidentCountKey, IncidentCount> sink) {
    Standstill standstill = new Standstill();
    for (long left = left(); left > 0; left = left()) {
      long records = left;
      standstill.look(
          left,
          () -> records + " records of " + Topics.INCIDENT_COUNTS.name() + " cannot be read yet");
      poll(sink);
    }
  }

  private long left() {
    return partitions.stream()
        .mapToLong(p -> Math.max(0, ends.get(p) - consumer.position(p)))
        .sum();
  }

  /** Hands over updates as they come, until told to stop. */
  void follow(BiConsumer<IncidentCountKey, IncidentCount> sink, BooleanSupplier stopped) {
    while (!stopped.getAsBoolean()) {
      poll(sink);
    }
  }

  private void poll(BiConsumer<IncidentCountKey, IncidentCount> sink) {
    consumer.poll(POLL).forEach(record -> sink.accept(record.key(), record.value()));
  }

  @Override
  public void close() {
    consumer.close();
  }
}

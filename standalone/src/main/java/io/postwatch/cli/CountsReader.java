// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Standstill;
import io.postwatch.runtime.TopicAdmin;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.IncidentCountKey;
import io.postwatch.schema.WatchListCountKey;
import io.postwatch.topics.Topic;
import io.postwatch.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads {@code postwatch.incident-counts.v1}, or the counts of one watch list, as any consumer
 * would: committed records only.
 */
final class CountsReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final Topic topic;
  private final Predicate<SpecificRecord> isWanted;
  private final Consumer<SpecificRecord, IncidentCount> consumer;
  private final Map<TopicPartition, Long> ends;
  private final List<TopicPartition> partitions;

  /**
   * Opens the topic at its beginning.
   *
   * @param watchList whose counts to read; empty: those of all posts
   * @throws io.postwatch.runtime.StageException when it cannot be reached, or is not there
   */
  CountsReader(KafkaSettings kafka, Optional<String> watchList) throws InterruptedException {
    topic = watchList.isPresent() ? Topics.WATCH_LIST_COUNTS : Topics.INCIDENT_COUNTS;
    isWanted =
        key ->
            watchList.isEmpty() || watchList.get().equals(((WatchListCountKey) key).getWatchList());
    try (TopicAdmin admin = new TopicAdmin(kafka)) {
      ends = admin.ends(topic);
    }
    Map<String, Object> properties = kafka.clientProperties();
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    consumer =
        new KafkaConsumer<>(
            properties,
            kafka.<SpecificRecord>keySerde().deserializer(),
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
      standstill.look(left, () -> records + " records of " + topic.name() + " cannot be read yet");
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
    consumer
        .poll(POLL)
        .forEach(
            record -> {
              if (isWanted.test(record.key())) {
                sink.accept(key(record.key()), record.value());
              }
            });
  }

  /** What is counted, whoever watches it. */
  private static IncidentCountKey key(SpecificRecord key) {
    return key instanceof WatchListCountKey ofList
        ? new IncidentCountKey(
            ofList.getClock(),
            ofList.getTopic(),
            ofList.getPlace(),
            ofList.getWindowStart(),
            ofList.getWindowSize())
        : (IncidentCountKey) key;
  }

  @Override
  public void close() {
    consumer.close();
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest;

import io.postwatch.runtime.KafkaSettings;
import io.postwatch.schema.SourcePosition;
import io.postwatch.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** How far every item was read. */
final class Positions {
  private final Map<String, Known> known = new HashMap<>();

  private record Known(String fingerprint, long contents, boolean done) {}

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
          positions.set(record.key(), record.value());
        }
      }
    }
    return positions;
  }

  void set(String item, SourcePosition position) {
    String fingerprint = position.getFingerprint();
    known.put(item, new Known(fingerprint, position.getItems(), position.getComplete()));
  }

  /**
   * Where the reading of an item stands.
   *
   * @param fingerprint what is to be read and how; empty where nobody knows, so that it is new
   */
  Item of(String item, Optional<String> fingerprint) {
    return new Item(item, fingerprint);
  }

  /** The position of one item. */
  final class Item {
    private final String name;
    private final Optional<String> fingerprint;

    private Item(String name, Optional<String> fingerprint) {
      this.name = name;
      this.fingerprint = fingerprint;
    }

    /** True when there is nothing new in it. */
    boolean isDone() {
      return before().filter(Known::done).isPresent();
    }

    /** How many of its contents are done. */
    long contents() {
      return before().map(Known::contents).orElse(0L);
    }

    private Optional<Known> before() {
      return fingerprint.flatMap(
          f -> Optional.ofNullable(known.get(name)).filter(k -> k.fingerprint().equals(f)));
    }

    /** The record of a position; empty where it could not be told from a new item's. */
    Optional<SourcePosition> at(long contents, boolean isEnd, Instant now) {
      return fingerprint.map(f -> new SourcePosition(f, contents, isEnd, now));
    }

    /** Says that it need not be tried again by this process. */
    void done() {
      fingerprint.ifPresent(f -> known.put(name, new Known(f, 0, true)));
    }
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.postwatch.registry.Journal;
import io.postwatch.registry.RegistryChange;
import io.postwatch.registry.RegistryException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a registry's changes in a compacted topic; for one writer at a time. */
final class SchemasTopic implements Journal, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SchemasTopic.class);
  private static final TopicPartition PARTITION = new TopicPartition("_schemas", 0);

  /** Room for any schema that a request may carry, in bytes; the broker's own default is half. */
  private static final int LARGEST_RECORD = 2 << 20;

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final String bootstrapServers;
  private final KafkaProducer<String, String> producer;

  /** Where the first record that has not been handed over may be. */
  private long nextOffset;

  /**
   * Whether there may be records from {@link #nextOffset} on: at first, and after a failed write.
   */
  private boolean behind = true;

  private SchemasTopic(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                "enable.idempotence",
                true,
                "max.request.size",
                LARGEST_RECORD,
                "max.block.ms",
                (int) PATIENCE.toMillis(),
                "request.timeout.ms",
                (int) PATIENCE.toMillis() / 3,
                "delivery.timeout.ms",
                (int) PATIENCE.toMillis()),
            new StringSerializer(),
            new StringSerializer());
  }

  /**
   * Opens the topic, created where missing; nothing may be appended before a first {@link
   * #catchUp}.
   *
   * @throws RegistryException 50001 where the broker does not let us
   */
  static SchemasTopic open(String bootstrapServers) {
    create(bootstrapServers);
    return new SchemasTopic(bootstrapServers);
  }

  private static void create(String bootstrapServers) {
    NewTopic topic =
        new NewTopic(PARTITION.topic(), Optional.of(1), Optional.empty())
            .configs(
                Map.of(
                    "cleanup.policy",
                    "compact",
                    "max.message.bytes",
                    Integer.toString(LARGEST_RECORD)));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw failed("cannot create", e.getCause());
      }
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  @Override
  public void append(RegistryChange change) {
    ProducerRecord<String, String> record =
        new ProducerRecord<>(
            PARTITION.topic(),
            PARTITION.partition(),
            SchemasTopicFormat.key(change),
            SchemasTopicFormat.value(change));
    behind = true;
    try {
      nextOffset = producer.send(record).get().offset() + 1;
      behind = false;
    } catch (ExecutionException e) {
      throw failed("cannot write to", e.getCause());
    } catch (KafkaException e) {
      throw failed("cannot write to", e);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>Asking for the end offset also waits until the partition has a leader: an idempotent
   * producer that meets a brand-new topic without one can get stuck (KAFKA-15591).
   */
  @Override
  public void catchUp(Consumer<RegistryChange> replay) {
    if (!behind) {
      return;
    }
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "default.api.timeout.ms",
                (int) PATIENCE.toMillis()),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(List.of(PARTITION));
      consumer.seek(PARTITION, nextOffset);
      readTo(consumer.endOffsets(List.of(PARTITION)).get(PARTITION), consumer, replay);
    } catch (KafkaException e) {
      throw failed("cannot read", e);
    }
    behind = false;
  }

  private void readTo(
      long end, KafkaConsumer<String, String> consumer, Consumer<RegistryChange> replay) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (consumer.position(PARTITION) < end) {
      for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
        change(record).ifPresent(replay);
        deadline = System.nanoTime() + PATIENCE.toNanos();
      }
      nextOffset = consumer.position(PARTITION);
      if (System.nanoTime() > deadline) {
        throw RegistryException.storeFailed(
            "topic %s: nothing read at offset %d for %d s, expected to reach %d"
                .formatted(PARTITION.topic(), nextOffset, PATIENCE.toSeconds(), end));
      }
    }
  }

  /** A record that cannot be read must not keep the rest of the registry from its users. */
  private static Optional<RegistryChange> change(ConsumerRecord<String, String> record) {
    try {
      return record.key() == null
          ? Optional.empty()
          : SchemasTopicFormat.read(record.key(), record.value());
    } catch (JsonProcessingException | RegistryException e) {
      LOG.warn(
          "topic {} offset {}: skipped, expected a record in Confluent's layout: {}",
          record.topic(),
          record.offset(),
          e.getMessage());
      return Optional.empty();
    }
  }

  private static RegistryException failed(String what, Throwable cause) {
    return RegistryException.storeFailed(
        what + " topic " + PARTITION.topic() + ": " + cause.getMessage());
  }

  private static RegistryException interrupted() {
    Thread.currentThread().interrupt();
    return RegistryException.storeFailed("interrupted while writing to " + PARTITION.topic());
  }

  @Override
  public void close() {
    producer.close(PATIENCE);
  }
}

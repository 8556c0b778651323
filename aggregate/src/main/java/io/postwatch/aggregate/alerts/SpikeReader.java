// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import io.postwatch.runtime.DeadLetters;
import io.postwatch.runtime.DeadLetters.Reason;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.metrics.ClientMetrics;
import io.postwatch.schema.Spike;
import io.postwatch.topics.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads spikes for the desk, those of each partition in one of all instances, and says how far it
 * has come when what came of them is in the ledger.
 */
final class SpikeReader implements AutoCloseable {
  static final String GROUP = "postwatch-alerts";

  private static final Logger LOG = LoggerFactory.getLogger(SpikeReader.class);

  /** How soon what is due is sent. */
  private static final Duration TURN = Duration.ofMillis(200);

  /** What is on its way arrives by then, or not at all. */
  private static final Duration PATIENCE = Duration.ofSeconds(12);

  /**
   * Where a group that is new begins: a spike that lasts is told at least every half day, so that
   * those that are old news are known by then.
   */
  private static final String FROM = "by_duration:PT24H";

  private static final int SESSION_TIMEOUT_MILLIS = 10_000;

  /** What is decided of them is done well before others would take this one for dead. */
  private static final int MOST_RECORDS = 50;

  private final KafkaSettings kafka;
  private final AlertDesk desk;
  private final TopicLedger ledger;
  private final IntConsumer waiting;
  private final Deserializer<Spike> spikes;
  private final Consumer<byte[], byte[]> consumer;
  private final ClientMetrics metrics;

  /**
   * @param waiting is told again and again how many alerts wait
   */
  SpikeReader(KafkaSettings kafka, AlertDesk desk, TopicLedger ledger, IntConsumer waiting) {
    this.kafka = kafka;
    this.desk = desk;
    this.ledger = ledger;
    this.waiting = waiting;
    this.spikes = kafka.<Spike>valueSerde().deserializer();
    Map<String, Object> properties = new HashMap<>();
    properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MILLIS);
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS);
    properties.putAll(kafka.clientProperties());
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, FROM);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    this.consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.metrics = ClientMetrics.of(consumer);
  }

  /** Goes on until it is to stop; throws what Kafka does when it cannot. */
  void run(BooleanSupplier isStopped) {
    consumer.subscribe(List.of(Topics.SPIKES.name()), new Rebalancing());
    while (!isStopped.getAsBoolean()) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(TURN);
      ledger.read();
      for (ConsumerRecord<byte[], byte[]> record : records) {
        read(record);
      }
      desk.turn();
      waiting.accept(desk.waiting());
      ledger.flush();
      if (!records.isEmpty()) {
        commit();
      }
    }
  }

  private void read(ConsumerRecord<byte[], byte[]> record) {
    Spike spike;
    try {
      spike = spikes.deserialize(record.topic(), record.value());
      if (spike == null) {
        throw new IllegalArgumentException("no value: expected a Spike");
      }
    } catch (RetriableException e) {
      throw e;
    } catch (RuntimeException e) {
      deadLetter(record, e);
      return;
    }
    desk.read(spike, record.partition());
  }

  private void deadLetter(ConsumerRecord<byte[], byte[]> record, RuntimeException e) {
    LOG.warn(
        "dead letter: {}-{} at offset {}: {}",
        record.topic(),
        record.partition(),
        record.offset(),
        e.getMessage());
    // Seldom enough for a producer of its own.
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(
            kafka.producerProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
      Map<String, String> origin =
          Map.of(
              "topic", record.topic(),
              "partition", Integer.toString(record.partition()),
              "offset", Long.toString(record.offset()));
      producer
          .send(
              DeadLetters.record(
                  record.key(),
                  record.value(),
                  Reason.UNREADABLE,
                  String.valueOf(e.getMessage()),
                  GROUP,
                  origin))
          .get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new KafkaException(interrupted);
    } catch (ExecutionException failed) {
      throw new KafkaException(failed.getCause());
    }
  }

  private void commit() {
    try {
      consumer.commitSync();
    } catch (RebalanceInProgressException e) {
      // The next one says it, or whoever gets the partitions reads the last again and knows it.
      LOG.debug("offsets are committed later", e);
    } catch (org.apache.kafka.clients.consumer.CommitFailedException e) {
      LOG.debug("others have the partitions", e);
    }
  }

  private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
    return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
  }

  /** Hands over what is undone. */
  private final class Rebalancing implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      ledger.catchUp();
      desk.assigned(numbers(partitions));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      desk.revoked(numbers(partitions), PATIENCE);
      ledger.flush();
    }

    /** Others have them already. */
    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      desk.revoked(numbers(partitions), Duration.ZERO);
    }
  }

  @Override
  public void close() {
    metrics.close();
    // Tells of the partitions that are revoked, and so waits for what is on its way.
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(PATIENCE.plusSeconds(3)));
  }
}

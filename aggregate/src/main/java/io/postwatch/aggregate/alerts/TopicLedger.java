// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.metrics.ClientMetrics;
import io.postwatch.schema.AlertDelivery;
import io.postwatch.schema.AlertStatus;
import io.postwatch.schema.Spike;
import io.postwatch.topics.Topics;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger in {@code postwatch.alert-deliveries.v1}, of which every instance reads all. For one
 * thread, but for {@link #latest}.
 */
final class TopicLedger implements AlertLedger, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicLedger.class);
  private static final String TOPIC = Topics.ALERT_DELIVERIES.name();

  /** Who wrote a record: what this instance wrote it knows, and may have changed since. */
  private static final String WRITER = "postwatch.writer";

  /** Some hundred bytes each; the oldest are forgotten, as the topic does after a year. */
  private static final int MOST_KNOWN = 200_000;

  private static final Set<AlertStatus> UNDONE =
      Set.of(AlertStatus.OPEN, AlertStatus.WAITING, AlertStatus.HELD);

  private final byte[] self = UUID.randomUUID().toString().getBytes(UTF_8);
  private final Map<String, AlertDelivery> known = new LinkedHashMap<>();
  private final LatestDeliveries latest = new LatestDeliveries();
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private final Serializer<AlertDelivery> writing;
  private final Deserializer<AlertDelivery> reading;
  private final Producer<String, byte[]> producer;
  private final Consumer<String, byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final ClientMetrics producerMetrics;
  private final ClientMetrics consumerMetrics;
  private boolean isDirty;

  TopicLedger(KafkaSettings kafka) {
    writing = kafka.<AlertDelivery>valueSerde().serializer();
    reading = kafka.<AlertDelivery>valueSerde().deserializer();
    Map<String, Object> written = kafka.producerProperties();
    written.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    written.put(ProducerConfig.ACKS_CONFIG, "all");
    producer = new KafkaProducer<>(written, new StringSerializer(), new ByteArraySerializer());
    Map<String, Object> read = kafka.clientProperties();
    read.remove(ConsumerConfig.GROUP_ID_CONFIG);
    read.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    consumer = new KafkaConsumer<>(read, new StringDeserializer(), new ByteArrayDeserializer());
    producerMetrics = ClientMetrics.of(producer);
    consumerMetrics = ClientMetrics.of(consumer);
    partitions =
        consumer.partitionsFor(TOPIC).stream()
            .map(info -> new TopicPartition(TOPIC, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Reads all that is there now: what others, who have left, have written. */
  void catchUp() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      read(Duration.ofMillis(100));
    }
  }

  /** Reads what others have written, as far as it is here. */
  void read() {
    read(Duration.ZERO);
  }

  private void read(Duration patience) {
    for (ConsumerRecord<String, byte[]> record : consumer.poll(patience)) {
      Header writer = record.headers().lastHeader(WRITER);
      if (record.value() != null && (writer == null || !Arrays.equals(writer.value(), self))) {
        read(record);
      }
    }
  }

  private void read(ConsumerRecord<String, byte[]> record) {
    try {
      keep(record.key(), reading.deserialize(TOPIC, record.value()));
    } catch (org.apache.kafka.common.errors.RetriableException e) {
      throw e;
    } catch (RuntimeException e) {
      // Only we write it; whatever else somebody put there is none of ours.
      LOG.warn("{}-{} at offset {}: {}", TOPIC, record.partition(), record.offset(), e.toString());
    }
  }

  @Override
  public Optional<AlertDelivery> of(AlertKey alert) {
    return Optional.ofNullable(known.get(alert.toString()));
  }

  @Override
  public Stream<AlertDelivery> all() {
    return List.copyOf(known.values()).stream();
  }

  /** What came of the last try of each rule. */
  LatestDeliveries latest() {
    return latest;
  }

  @Override
  public void record(AlertDelivery alert) {
    String key = AlertKey.of(alert).toString();
    keep(key, alert);
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(TOPIC, key, writing.serialize(TOPIC, alert));
    record.headers().add(WRITER, self);
    isDirty = true;
    producer.send(
        record,
        (done, error) -> {
          if (error != null) {
            failure.compareAndSet(null, error);
          }
        });
  }

  private void keep(String key, AlertDelivery alert) {
    known.remove(key);
    known.put(key, UNDONE.contains(alert.getStatus()) ? alert : withoutEvidence(alert));
    latest.note(alert);
    if (known.size() > MOST_KNOWN) {
      known.remove(known.keySet().iterator().next());
    }
  }

  private static AlertDelivery withoutEvidence(AlertDelivery alert) {
    Spike spike = Spike.newBuilder(alert.getSpike()).setEvidence(List.of()).build();
    return AlertDelivery.newBuilder(alert).setSpike(spike).build();
  }

  /**
   * Waits until the broker has all that was recorded.
   *
   * @throws KafkaException when it has not
   */
  void flush() {
    if (!isDirty) {
      return;
    }
    producer.flush();
    Exception failed = failure.get();
    if (failed != null) {
      throw failed instanceof KafkaException kafka ? kafka : new KafkaException(failed);
    }
    isDirty = false;
  }

  @Override
  public void close() {
    producerMetrics.close();
    consumerMetrics.close();
    producer.close(Duration.ofSeconds(5));
    consumer.close();
  }
}

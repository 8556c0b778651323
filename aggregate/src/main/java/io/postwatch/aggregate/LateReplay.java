// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Standstill;
import io.postwatch.runtime.TopicAdmin;
import io.postwatch.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Puts what came late back among the incidents, marked so that the windows that missed it count it.
 * How far it came is committed in the transaction that publishes, so that each record is put back
 * once, whenever it is stopped.
 */
public final class LateReplay {
  /** Group that remembers how far the late records have been replayed; and transactional id. */
  static final String NAME = "postwatch-replay-late";

  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaSettings kafka;

  public LateReplay(KafkaSettings kafka) {
    this.kafka = kafka;
  }

  /**
   * Replays all that is there now and has not been replayed before.
   *
   * @return how many records
   * @throws io.postwatch.runtime.StageException when Kafka cannot be reached, or the topic is not
   *     there
   */
  public long run() throws InterruptedException {
    Map<TopicPartition, Long> ends;
    try (TopicAdmin admin = new TopicAdmin(kafka)) {
      ends = admin.ends(Topics.LATE);
    }
    try (Producer<byte[], byte[]> producer = producer();
        Consumer<byte[], byte[]> consumer = consumer()) {
      producer.initTransactions();
      Set<TopicPartition> partitions = ends.keySet();
      consumer.assign(partitions);
      return replay(ends, consumer, producer);
    }
  }

  private static long replay(
      Map<TopicPartition, Long> ends,
      Consumer<byte[], byte[]> consumer,
      Producer<byte[], byte[]> producer) {
    Standstill standstill = new Standstill();
    long replayed = 0;
    for (long left = left(ends, consumer); left > 0; left = left(ends, consumer)) {
      long records = left;
      standstill.look(
          left, () -> records + " records of " + Topics.LATE.name() + " cannot be read yet");
      ConsumerRecords<byte[], byte[]> late = consumer.poll(POLL);
      if (!late.isEmpty()) {
        replayed += publish(late, ends, consumer, producer);
      }
    }
    return replayed;
  }

  private static long publish(
      ConsumerRecords<byte[], byte[]> late,
      Map<TopicPartition, Long> ends,
      Consumer<byte[], byte[]> consumer,
      Producer<byte[], byte[]> producer) {
    producer.beginTransaction();
    Map<TopicPartition, OffsetAndMetadata> reached = new HashMap<>();
    long published = 0;
    for (ConsumerRecord<byte[], byte[]> record : late) {
      TopicPartition partition = new TopicPartition(record.topic(), record.partition());
      // What was refused comes back behind the end: it would go round for ever.
      if (record.offset() < ends.get(partition)) {
        producer.send(replayed(record));
        reached.put(partition, new OffsetAndMetadata(record.offset() + 1));
        published++;
      }
    }
    producer.sendOffsetsToTransaction(reached, consumer.groupMetadata());
    producer.commitTransaction();
    return published;
  }

  private static ProducerRecord<byte[], byte[]> replayed(ConsumerRecord<byte[], byte[]> record) {
    RecordHeaders headers = new RecordHeaders(record.headers());
    headers.remove(LateHeaders.REPLAYED).add(LateHeaders.REPLAYED, new byte[0]);
    return new ProducerRecord<>(
        Topics.INCIDENTS.name(), null, record.key(), record.value(), headers);
  }

  private static long left(Map<TopicPartition, Long> ends, Consumer<?, ?> consumer) {
    return ends.entrySet().stream()
        .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
        .sum();
  }

  private Consumer<byte[], byte[]> consumer() {
    Map<String, Object> properties = kafka.clientProperties();
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, NAME);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private Producer<byte[], byte[]> producer() {
    Map<String, Object> properties = kafka.producerProperties();
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, NAME);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }
}

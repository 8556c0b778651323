// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest;

import io.postwatch.runtime.DeadLetters;
import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.SourcePosition;
import io.postwatch.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes posts together with the position of the source they came from, in one transaction, so
 * that a restart neither loses nor repeats any.
 */
final class PostPublisher implements AutoCloseable {
  /** Small enough to be seen at once, large enough that commits cost little. */
  private static final int MAX_RECORDS_A_TRANSACTION = 500;

  private static final Duration MAX_TRANSACTION_AGE = Duration.ofMillis(200);

  /** How much of an input that could not be read goes into its dead letter. */
  private static final int MAX_DEAD_LETTER_BYTES = 64 << 10;

  /** How long a transaction that a killed process left open holds up readers, at the most. */
  private static final int TRANSACTION_TIMEOUT_MILLIS = 10_000;

  private static final int BATCH_BYTES = 128 << 10;

  private final Producer<byte[], byte[]> producer;
  private final StringSerializer keys = new StringSerializer();
  private final Serializer<EmbeddedPost> posts;
  private final Serializer<SourcePosition> positions;
  private final List<Future<RecordMetadata>> unconfirmed = new ArrayList<>();
  private long openedNanos;
  private boolean open;

  PostPublisher(IngestConfig config) {
    this.posts = config.kafka().<EmbeddedPost>valueSerde().serializer();
    this.positions = config.kafka().<SourcePosition>valueSerde().serializer();
    Map<String, Object> properties = new HashMap<>();
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MILLIS);
    properties.putAll(config.kafka().clientProperties());
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "postwatch-ingest-" + config.instance());
    this.producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    producer.initTransactions();
  }

  void publish(List<EmbeddedPost> found) {
    for (EmbeddedPost post : found) {
      send(Topics.POSTS.name(), post.getPostKey(), posts.serialize(Topics.POSTS.name(), post));
    }
  }

  /** Says that an item is done; the transaction may end after it. */
  void position(String source, SourcePosition position) {
    String topic = Topics.INGEST_POSITIONS.name();
    send(topic, source, positions.serialize(topic, position));
  }

  /** Keeps an input that could not be read, as far as its content is known and fits. */
  void deadLetter(String source, byte[] content, String reason) {
    byte[] kept = content == null || content.length > MAX_DEAD_LETTER_BYTES ? null : content;
    byte[] key = source.getBytes(StandardCharsets.UTF_8);
    send(DeadLetters.record(key, kept, reason, "ingest", Map.of("source", source)));
  }

  private void send(String topic, String key, byte[] value) {
    send(new ProducerRecord<>(topic, keys.serialize(topic, key), value));
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    if (!open) {
      producer.beginTransaction();
      open = true;
      openedNanos = System.nanoTime();
    }
    unconfirmed.add(producer.send(record));
  }

  /** Ends the transaction when it has grown large or old. */
  void commitIfDue() {
    if (open
        && (unconfirmed.size() >= MAX_RECORDS_A_TRANSACTION
            || System.nanoTime() - openedNanos >= MAX_TRANSACTION_AGE.toNanos())) {
      commit();
    }
  }

  /**
   * Makes all that was sent visible to readers, at once.
   *
   * @throws KafkaException when the broker did not take it; nothing of it is visible then
   */
  void commit() {
    if (!open) {
      return;
    }
    producer.flush();
    for (Future<RecordMetadata> sent : unconfirmed) {
      try {
        sent.get();
      } catch (ExecutionException e) {
        throw new KafkaException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new KafkaException(e);
      }
    }
    producer.commitTransaction();
    unconfirmed.clear();
    open = false;
  }

  /** Gives up what is not committed. */
  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest;

import io.postwatch.runtime.DeadLetters;
import io.postwatch.runtime.DeadLetters.Reason;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.metrics.ClientMetrics;
import io.postwatch.runtime.metrics.Metric;
import io.postwatch.runtime.metrics.PerPlatform;
import io.postwatch.runtime.trace.TraceContext;
import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.SourcePosition;
import io.postwatch.topics.Topic;
import io.postwatch.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
 *
 * <p>Transactions end by themselves, between two documents: reading the next one may take minutes,
 * and neither readers nor the broker's time limit wait for that.
 */
final class PostPublisher implements AutoCloseable {
  /** Small enough to be seen at once, large enough that commits cost little. */
  private static final int MAX_RECORDS_A_TRANSACTION = 500;

  private static final Duration MAX_TRANSACTION_AGE = Duration.ofMillis(200);

  /** How much of an input that could not be read goes into its dead letter. */
  private static final int MAX_DEAD_LETTER_BYTES = 64 << 10;

  /**
   * How long a broker may be slow before it gives a transaction up, which looks as if another
   * instance had taken over; also how long one that a killed process left open, and that nobody
   * starts again, holds up readers.
   */
  private static final int TRANSACTION_TIMEOUT_MILLIS = 10_000;

  private static final String STAGE = "ingest";

  private static final int BATCH_BYTES = 128 << 10;

  private final Producer<byte[], byte[]> producer;
  private final ClientMetrics metrics;
  private final TraceContext trace;
  private final PerPlatform sightings = new PerPlatform(Metric.SIGHTINGS);
  private final StringSerializer keys = new StringSerializer();
  private final Serializer<EmbeddedPost> posts;
  private final Serializer<SourcePosition> positions;
  private final Map<String, SourcePosition> reached = new LinkedHashMap<>();
  private final List<Future<RecordMetadata>> unconfirmed = new ArrayList<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "ingest-commit"));
  private KafkaException failure;
  private boolean open;

  PostPublisher(IngestConfig config) {
    this(config.kafka(), producer(config), TraceContext.ofEnvironment(System.getenv()));
  }

  /**
   * @param trace what the posts are published in the course of; their records say so
   */
  PostPublisher(KafkaSettings kafka, Producer<byte[], byte[]> producer, TraceContext trace) {
    this.posts = kafka.<EmbeddedPost>valueSerde().serializer();
    this.positions = kafka.<SourcePosition>valueSerde().serializer();
    this.producer = producer;
    this.trace = trace;
    this.metrics = ClientMetrics.of(producer);
    DeadLetters.expect(STAGE, Reason.UNREADABLE);
    try {
      producer.initTransactions();
    } catch (KafkaException e) {
      close();
      throw e;
    }
    long millis = MAX_TRANSACTION_AGE.toMillis();
    timer.scheduleWithFixedDelay(this::commitQuietly, millis, millis, TimeUnit.MILLISECONDS);
  }

  private static Producer<byte[], byte[]> producer(IngestConfig config) {
    Map<String, Object> properties = new HashMap<>();
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    // Nobody sees a record before its transaction ends, which flushes.
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 50);
    // The one compression that clients of every language read without a plugin.
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
    properties.put(ProducerConfig.COMPRESSION_GZIP_LEVEL_CONFIG, 1);
    properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MILLIS);
    properties.putAll(config.kafka().producerProperties());
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "postwatch-ingest-" + config.instance());
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Publishes the posts of one document; they become visible together.
   *
   * @param position where its source stands after it; empty where that is not known
   * @throws KafkaException when the broker does not take them, or did not take earlier ones
   */
  synchronized void publish(
      String source, List<EmbeddedPost> found, Optional<SourcePosition> position) {
    begin();
    for (EmbeddedPost post : found) {
      ProducerRecord<byte[], byte[]> record =
          record(Topics.POSTS, post.getPostKey(), posts.serialize(Topics.POSTS.name(), post));
      trace.writeTo(record.headers());
      send(record);
      if (post.getDeletedAt() == null) {
        sightings.count(post.getPlatform());
      }
    }
    reach(source, position);
  }

  /** Keeps what could not be read, as far as it is known and fits. */
  synchronized void deadLetter(Unreadable what, Optional<SourcePosition> position) {
    begin();
    byte[] raw = what.raw();
    byte[] kept = raw == null || raw.length > MAX_DEAD_LETTER_BYTES ? null : raw;
    byte[] key = what.source().getBytes(StandardCharsets.UTF_8);
    Map<String, String> origin = new LinkedHashMap<>();
    origin.put("source", what.source());
    if (!what.place().isEmpty()) {
      origin.put("place", what.place());
    }
    send(DeadLetters.record(key, kept, Reason.UNREADABLE, what.reason(), STAGE, origin));
    reach(what.source(), position);
  }

  private void begin() {
    if (failure != null) {
      throw failure;
    }
    if (!open) {
      producer.beginTransaction();
      open = true;
    }
  }

  /** Only the last position of a source in a transaction matters. */
  private void reach(String source, Optional<SourcePosition> position) {
    position.ifPresent(after -> reached.put(source, after));
    if (unconfirmed.size() + reached.size() >= MAX_RECORDS_A_TRANSACTION) {
      commit();
    }
  }

  private ProducerRecord<byte[], byte[]> record(Topic topic, String key, byte[] value) {
    return new ProducerRecord<>(topic.name(), keys.serialize(topic.name(), key), value);
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    unconfirmed.add(producer.send(record));
  }

  private synchronized void commitQuietly() {
    try {
      if (failure == null) {
        commit();
      }
    } catch (KafkaException e) {
      failure = e;
    }
  }

  /**
   * Makes all that was published visible to readers, at once.
   *
   * @throws KafkaException when the broker did not take it; nothing of it is visible then
   */
  synchronized void commit() {
    if (failure != null) {
      throw failure;
    }
    if (!open) {
      return;
    }
    Topic topic = Topics.INGEST_POSITIONS;
    reached.forEach(
        (source, at) -> send(record(topic, source, positions.serialize(topic.name(), at))));
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
    reached.clear();
    unconfirmed.clear();
    open = false;
  }

  /** Gives up what is not committed. */
  @Override
  public void close() {
    timer.shutdownNow();
    metrics.close();
    producer.close(Duration.ofSeconds(5));
  }
}

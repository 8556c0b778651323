// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.aggregate;

import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Settings;
import io.postwatch.schema.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;

/**
 * Writes incidents at a steady pace in transactions that end as enrich's do: one thread writes and,
 * while it commits, what arrives has to wait. What the writer falls behind is made up for, and the
 * time of arrival stays that by the pace.
 */
final class SteadyStream implements AutoCloseable {
  /** What exactly-once has Kafka Streams commit after, unless it is told otherwise. */
  static final Duration COMMIT_INTERVAL = Duration.ofMillis(100);

  private final Serde<Incident> serde;
  private final Producer<byte[], byte[]> producer;
  private final int perSecond;
  private long committed;

  interface Listener {
    /**
     * @param at when the incident arrived, by {@link System#nanoTime()}
     */
    void arrives(Incident incident, long at);
  }

  SteadyStream(Settings settings, int perSecond) {
    KafkaSettings kafka = KafkaSettings.from(settings);
    Map<String, Object> properties = kafka.producerProperties();
    properties.put("transactional.id", "bench-incidents");
    this.serde = kafka.valueSerde();
    this.producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    this.perSecond = perSecond;
    producer.initTransactions();
  }

  /**
   * Writes so many incidents, and returns when they are committed.
   *
   * @param arriving makes the next incident, for the time at which it arrives
   * @param listener is told of each before it is written
   */
  void write(int number, Function<Instant, Incident> arriving, Listener listener) {
    Instant start = Instant.now();
    long from = System.nanoTime();
    producer.beginTransaction();
    committed = from;
    for (int i = 0; i < number; i++) {
      long after = i * TimeUnit.SECONDS.toNanos(1) / perSecond;
      await(from + after);
      Incident incident = arriving.apply(start.plusNanos(after));
      listener.arrives(incident, from + after);
      producer.send(IncidentRecord.of(incident, serde.serializer()));
    }
    producer.commitTransaction();
  }

  // Transactions end between two incidents as well, or the last one before a pause would wait.
  private void await(long due) {
    while (true) {
      if (System.nanoTime() - committed >= COMMIT_INTERVAL.toNanos()) {
        producer.commitTransaction();
        producer.beginTransaction();
        committed = System.nanoTime();
      }
      long left = due - System.nanoTime();
      if (left <= 0) {
        return;
      }
      LockSupport.parkNanos(Math.min(left, COMMIT_INTERVAL.toNanos()));
    }
  }

  @Override
  public void close() {
    producer.close();
    serde.close();
  }
}

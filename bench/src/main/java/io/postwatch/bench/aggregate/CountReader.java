// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.aggregate;

import io.postwatch.aggregate.counting.CountKey;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Settings;
import io.postwatch.schema.Clock;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.IncidentCountKey;
import io.postwatch.topics.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;

/** Reads committed counts as any consumer does, in a thread of its own. */
final class CountReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final Consumer<byte[], byte[]> consumer;
  private final Serde<IncidentCountKey> keys;
  private final Serde<IncidentCount> values;
  private final Set<Clock> clocks;
  private final Listener listener;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile boolean isClosing;
  private final AtomicLong records = new AtomicLong();

  interface Listener {
    /** Is told of each update when it has been read. */
    void read(CountKey key, IncidentCount count);
  }

  /**
   * @param broker on which the counts' topic is
   * @param clocks whose counts are handed on; the others are only numbered
   */
  CountReader(BenchBroker broker, Set<Clock> clocks, Listener listener) throws Exception {
    Settings settings = broker.settings(Map.of());
    KafkaSettings kafka = KafkaSettings.from(settings);
    Map<String, Object> properties = kafka.clientProperties();
    properties.put("isolation.level", "read_committed");
    this.keys = kafka.keySerde();
    this.values = kafka.valueSerde();
    this.clocks = clocks;
    this.listener = listener;
    this.consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    Set<TopicPartition> partitions = broker.ends(Set.of(Topics.INCIDENT_COUNTS.name())).keySet();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    new Thread(this::read, "bench-counts").start();
  }

  /** How many updates have been read. */
  long records() {
    return records.get();
  }

  /** Completes when reading has ended, with the error if there was one. */
  CompletableFuture<Void> ended() {
    return ended;
  }

  private void read() {
    try (consumer) {
      while (!isClosing) {
        consumer.poll(POLL).forEach(this::read);
      }
    } catch (RuntimeException e) {
      ended.completeExceptionally(e);
    }
    ended.complete(null);
  }

  private void read(ConsumerRecord<byte[], byte[]> record) {
    records.incrementAndGet();
    IncidentCountKey key = keys.deserializer().deserialize(record.topic(), record.key());
    if (record.value() == null || !clocks.contains(key.getClock())) {
      return;
    }
    CountKey counted =
        new CountKey(
            key.getClock(),
            CountKey.NO_LIST,
            key.getTopic(),
            key.getPlace(),
            key.getWindowStart().toEpochMilli(),
            new WindowSize(key.getWindowSize()));
    listener.read(counted, values.deserializer().deserialize(record.topic(), record.value()));
  }

  @Override
  public void close() {
    isClosing = true;
    ended.exceptionally(error -> null).join();
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.feed;

import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.metrics.ClientMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what is published, as any consumer would, and hands it on four times a second. Every
 * instance reads all partitions, so that a reader may listen to any.
 */
final class FeedReader implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(FeedReader.class);

  private static final Duration TURN = Duration.ofMillis(250);
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(1);

  /** What has been published just before the start, for readers that come from elsewhere. */
  private static final Duration BEFORE_START = Duration.ofMinutes(1);

  private static final long LOG_BYTES = 16 << 20;

  private final KafkaSettings kafka;
  private final Function<ConsumerRecord<byte[], byte[]>, Optional<FeedItem.Content>> read;
  private final AtomicReference<Feed> feed;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /**
   * @param read what there is to tell of a record; empty for nothing
   * @param feed where the feed is put once it has begun
   */
  FeedReader(
      KafkaSettings kafka,
      Function<ConsumerRecord<byte[], byte[]>, Optional<FeedItem.Content>> read,
      AtomicReference<Feed> feed) {
    this.kafka = kafka;
    this.read = read;
    this.feed = feed;
  }

  /** Returns once it was told to stop. */
  @Override
  public void run() {
    try {
      while (stopped.getCount() > 0) {
        try {
          follow();
        } catch (KafkaException e) {
          LOG.warn("feed: cannot read what is published, trying again: {}", e.getMessage());
          stopped.await(PAUSE_AFTER_FAULT.toMillis(), TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException | InterruptException e) {
      Thread.currentThread().interrupt();
    }
  }

  void stop() {
    stopped.countDown();
  }

  private void follow() throws InterruptedException {
    FeedPartitions partitions = FeedPartitions.of(kafka);
    try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties())) {
      ClientMetrics metrics = ClientMetrics.of(consumer);
      try {
        follow(consumer, partitions);
      } finally {
        metrics.close();
      }
    }
  }

  private void follow(Consumer<byte[], byte[]> consumer, FeedPartitions partitions) {
    consumer.assign(partitions.all());
    begin(consumer, partitions);
    Feed readers = feed.get();
    Map<TopicPartition, Integer> numbers = partitions.numbers();
    Map<Object, FeedItem> news = new LinkedHashMap<>();
    long turnAt = System.nanoTime() + TURN.toNanos();
    long heartbeatAt = System.nanoTime() + HEARTBEAT.toNanos();
    while (stopped.getCount() > 0) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(until(turnAt))) {
        int partition = numbers.get(new TopicPartition(record.topic(), record.partition()));
        item(record, partition).ifPresent(item -> addLast(item, news));
      }
      if (System.nanoTime() - turnAt >= 0) {
        if (!news.isEmpty()) {
          readers.publish(
              new FeedBatch(List.copyOf(news.values()), position(consumer, partitions)));
          news.clear();
        }
        turnAt = System.nanoTime() + TURN.toNanos();
      }
      if (System.nanoTime() - heartbeatAt >= 0) {
        readers.heartbeat();
        heartbeatAt = System.nanoTime() + HEARTBEAT.toNanos();
      }
    }
  }

  /** Goes on where the feed is, if it has begun and the topics are still the same. */
  private void begin(Consumer<byte[], byte[]> consumer, FeedPartitions partitions) {
    Feed before = feed.get();
    if (before != null && before.newest().stream() == partitions.stream()) {
      long[] next = before.newest().next();
      for (int i = 0; i < next.length; i++) {
        consumer.seek(partitions.all().get(i), next[i]);
      }
      return;
    }
    long from = Instant.now().minus(BEFORE_START).toEpochMilli();
    Map<TopicPartition, OffsetAndTimestamp> offsets =
        consumer.offsetsForTimes(
            partitions.all().stream().collect(Collectors.toMap(Function.identity(), p -> from)));
    consumer.seekToEnd(partitions.all());
    offsets.forEach(
        (partition, offset) -> {
          if (offset != null) {
            consumer.seek(partition, offset.offset());
          }
        });
    feed.set(new Feed(new FeedLog(position(consumer, partitions), LOG_BYTES)));
    if (before != null) {
      before.end();
    }
  }

  private Optional<FeedItem> item(ConsumerRecord<byte[], byte[]> record, int partition) {
    try {
      return read.apply(record).map(content -> new FeedItem(content, partition, record.offset()));
    } catch (RuntimeException e) {
      // It is in the topic all the same; nobody else must wait for it.
      LOG.warn(
          "feed: {}-{} at offset {} is left out: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          e.getMessage());
      return Optional.empty();
    }
  }

  private static void addLast(FeedItem item, Map<Object, FeedItem> news) {
    news.remove(item.content().key());
    news.put(item.content().key(), item);
  }

  private static FeedPosition position(Consumer<?, ?> consumer, FeedPartitions partitions) {
    return new FeedPosition(
        partitions.stream(), partitions.all().stream().mapToLong(consumer::position).toArray());
  }

  private static Duration until(long nanoTime) {
    return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
  }

  private Map<String, Object> properties() {
    Map<String, Object> properties = kafka.clientProperties();
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    return properties;
  }
}

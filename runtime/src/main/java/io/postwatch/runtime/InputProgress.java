// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime;

import io.postwatch.topics.Topic;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How far a consumer group has come in a topic.
 *
 * <p>Committed offsets alone do not tell: transaction markers and aborted records at the end of a
 * partition leave the group short of the end for ever. So whatever lies between is read, and a
 * partition is done when nothing readable is left there.
 */
final class InputProgress {
  private static final Duration POLL = Duration.ofMillis(50);

  private final String group;
  private final Topic topic;
  private final KafkaSettings settings;

  InputProgress(String group, Topic topic, KafkaSettings settings) {
    this.group = group;
    this.topic = topic;
    this.settings = settings;
  }

  /**
   * Waits until the group has committed everything that is readable in the topic at this moment.
   *
   * @param ended ends the wait with its failure when the group's stage has failed
   */
  void awaitEnd(CompletableFuture<Void> ended) throws InterruptedException {
    Map<TopicPartition, Long> ends = ends();
    try (Consumer<byte[], byte[]> consumer = consumer()) {
      awaitEnd(ends, consumer, ended);
    }
  }

  private Map<TopicPartition, Long> ends() throws InterruptedException {
    try (TopicAdmin admin = new TopicAdmin(settings)) {
      return admin.ends(topic);
    }
  }

  void awaitEnd(
      Map<TopicPartition, Long> ends,
      Consumer<byte[], byte[]> consumer,
      CompletableFuture<Void> ended) {
    Set<TopicPartition> behind = new HashSet<>(ends.keySet());
    Standstill standstill = new Standstill();
    while (!behind.isEmpty()) {
      if (ended.isDone()) {
        throw stopped(ended);
      }
      Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(behind);
      behind.removeIf(p -> isDone(consumer, p, committed.get(p), ends.get(p)));
      Map<TopicPartition, Long> left = left(behind, committed, ends);
      standstill.look(
          left.values().stream().mapToLong(Long::longValue).sum(),
          () -> group + " has yet to take so many records of each partition: " + left);
    }
  }

  private static Map<TopicPartition, Long> left(
      Set<TopicPartition> behind,
      Map<TopicPartition, OffsetAndMetadata> committed,
      Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> left = new LinkedHashMap<>();
    for (TopicPartition partition : behind) {
      OffsetAndMetadata reached = committed.get(partition);
      left.put(partition, ends.get(partition) - (reached == null ? 0 : reached.offset()));
    }
    return left;
  }

  private static boolean isDone(
      Consumer<byte[], byte[]> consumer,
      TopicPartition partition,
      OffsetAndMetadata committed,
      long end) {
    if (committed != null && committed.offset() >= end) {
      return true;
    }
    consumer.assign(List.of(partition));
    if (committed == null) {
      consumer.seekToBeginning(List.of(partition));
    } else {
      consumer.seek(partition, committed.offset());
    }
    return isEmptyTo(consumer, partition, end);
  }

  /**
   * Only past aborted records and markers does the position move without giving a record; of many,
   * a poll passes over no more than one fetch brings.
   */
  private static boolean isEmptyTo(
      Consumer<byte[], byte[]> consumer, TopicPartition partition, long end) {
    long before;
    long position = consumer.position(partition);
    do {
      before = position;
      if (!consumer.poll(POLL).isEmpty()) {
        return false;
      }
      position = consumer.position(partition);
    } while (position < end && position > before);
    return position >= end;
  }

  private static StageException stopped(CompletableFuture<Void> ended) {
    try {
      ended.join();
      return new StageException("the stage was stopped before its input was processed");
    } catch (CompletionException e) {
      return e.getCause() instanceof StageException failure
          ? failure
          : new StageException("the stage failed: " + e.getCause(), e.getCause());
    }
  }

  private Consumer<byte[], byte[]> consumer() {
    Map<String, Object> properties = settings.clientProperties();
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}

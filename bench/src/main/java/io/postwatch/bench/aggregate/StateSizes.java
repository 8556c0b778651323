// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.aggregate;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What the stores of an application hold, by the latest records of their changelogs. */
final class StateSizes {
  private static final String CHANGELOG = "-changelog";
  private static final Duration POLL = Duration.ofMillis(200);

  private final BenchBroker broker;

  StateSizes(BenchBroker broker) {
    this.broker = broker;
  }

  /**
   * Records of a store or topic that are the latest of their keys.
   *
   * @param records how many
   * @param bytes of their keys and values together
   */
  record Size(long records, long bytes) {}

  /** By name of the store, of the one application that has run since the last reset. */
  Map<String, Size> stores() throws Exception {
    String application = broker.groups().iterator().next();
    Map<String, Size> stores = new TreeMap<>();
    for (String topic : broker.topics()) {
      if (topic.startsWith(application) && topic.endsWith(CHANGELOG)) {
        String store =
            topic.substring(application.length() + 1, topic.length() - CHANGELOG.length());
        stores.put(store, latest(topic));
      }
    }
    return stores;
  }

  Size latest(String topic) throws Exception {
    long records = 0;
    long bytes = 0;
    // Partition by partition: the keys of one alone may be millions.
    for (Map.Entry<TopicPartition, Long> partition : broker.ends(Set.of(topic)).entrySet()) {
      Map<Long, Integer> sizes = sizes(partition.getKey(), partition.getValue());
      records += sizes.size();
      bytes += sizes.values().stream().mapToLong(Integer::longValue).sum();
    }
    return new Size(records, bytes);
  }

  private Map<Long, Integer> sizes(TopicPartition partition, long end) {
    Map<Long, Integer> sizes = new HashMap<>();
    try (Consumer<byte[], byte[]> consumer = consumer()) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          if (record.value() == null) {
            sizes.remove(hash(record.key()));
          } else {
            sizes.put(hash(record.key()), record.key().length + record.value().length);
          }
        }
      }
    }
    return sizes;
  }

  /** FNV-1a: of some millions of keys no two have the same, all but surely. */
  private static long hash(byte[] key) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : key) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    return hash;
  }

  private Consumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }
}

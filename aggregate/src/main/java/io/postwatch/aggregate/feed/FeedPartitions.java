// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.feed;

import io.postwatch.runtime.KafkaSettings;
import io.postwatch.topics.Topic;
import io.postwatch.topics.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * The partitions that the feed reads, each with a number.
 *
 * @param stream the same for the same topics of the same cluster alone
 * @param all in the order of their numbers
 */
record FeedPartitions(int stream, List<TopicPartition> all) {
  private static final List<Topic> TOPICS =
      List.of(Topics.INCIDENT_COUNTS, Topics.WATCH_LIST_COUNTS, Topics.SPIKES);

  /**
   * Asks Kafka for them.
   *
   * @throws KafkaException when it does not answer, or has not all of them
   */
  static FeedPartitions of(KafkaSettings kafka) throws InterruptedException {
    List<String> names = TOPICS.stream().map(Topic::name).toList();
    try (Admin admin = Admin.create(kafka.clientProperties())) {
      Map<String, TopicDescription> topics = admin.describeTopics(names).allTopicNames().get();
      List<Object> identities = new ArrayList<>();
      List<TopicPartition> all = new ArrayList<>();
      for (String name : names) {
        identities.add(topics.get(name).topicId());
        for (int partition = 0; partition < topics.get(name).partitions().size(); partition++) {
          all.add(new TopicPartition(name, partition));
        }
      }
      return new FeedPartitions(Objects.hash(identities.toArray()), List.copyOf(all));
    } catch (ExecutionException e) {
      throw new KafkaException(e.getCause().getMessage(), e.getCause());
    }
  }

  /** The number of each. */
  Map<TopicPartition, Integer> numbers() {
    Map<TopicPartition, Integer> numbers = new HashMap<>();
    for (TopicPartition partition : all) {
      numbers.put(partition, numbers.size());
    }
    return numbers;
  }
}

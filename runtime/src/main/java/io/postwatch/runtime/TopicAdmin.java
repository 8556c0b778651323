// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime;

import io.postwatch.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the catalogue's topics on a broker, and checks those that are there. */
public final class TopicAdmin implements AutoCloseable {
  /** How long a broker may take to answer before it counts as unreachable. */
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private static final long POLL_MILLIS = 50;

  private final KafkaSettings settings;
  private final Admin admin;

  /**
   * Connects.
   *
   * @throws StageException when the address is of another form or its host is not known
   */
  public TopicAdmin(KafkaSettings settings) {
    this.settings = settings;
    Map<String, Object> properties = settings.clientProperties();
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis() / 2);
    try {
      this.admin = Admin.create(properties);
    } catch (KafkaException e) {
      // A name that is not known, or a setting that is wrong: the cause says which.
      Throwable reason = e.getCause() == null ? e : e.getCause();
      throw new StageException(
          "cannot connect to Kafka at " + broker() + ": " + reason.getMessage(), e);
    }
  }

  /**
   * Creates the topics that are missing, and waits until all can be written to.
   *
   * @return the names of the topics that were created
   * @throws StageException when the broker cannot be reached or refuses
   */
  public List<String> create(Collection<Topic> topics) throws InterruptedException {
    Set<String> present = get(admin.listTopics().names());
    List<Topic> missing = topics.stream().filter(t -> !present.contains(t.name())).toList();
    for (Topic topic : missing) {
      createOne(topic);
    }
    awaitLeaders(topics);
    return missing.stream().map(Topic::name).toList();
  }

  private void createOne(Topic topic) throws InterruptedException {
    NewTopic created =
        new NewTopic(
                topic.name(),
                Optional.of(partitions(topic)),
                Optional.of(settings.replicationFactor()).filter(factor -> factor > 0))
            .configs(topic.settings());
    try {
      admin.createTopics(List.of(created)).all().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      // Another stage that starts at the same time may have been first.
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw failure("create topic " + topic.name(), e.getCause());
      }
    } catch (TimeoutException e) {
      throw failure("create topic " + topic.name(), e);
    }
  }

  /** A topic that holds one stream keeps one partition whatever is asked for. */
  private int partitions(Topic topic) {
    return topic.partitions() == 1 ? 1 : settings.partitions().orElse(topic.partitions());
  }

  /**
   * Writing right after a topic was made can leave an idempotent producer out of sequence
   * (KAFKA-15591) and lose records, so every partition must have answered once.
   */
  private void awaitLeaders(Collection<Topic> topics) throws InterruptedException {
    Instant deadline = Instant.now().plus(TIMEOUT);
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (Topic topic : topics) {
      for (int partition = 0; partition < partitionsOnBroker(topic, deadline); partition++) {
        ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
      }
    }
    while (!answers(ends, deadline)) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  private int partitionsOnBroker(Topic topic, Instant deadline) throws InterruptedException {
    while (true) {
      TopicDescription description = describe(List.of(topic)).get(topic.name());
      if (description != null) {
        return description.partitions().size();
      }
      if (Instant.now().isAfter(deadline)) {
        throw new StageException("topic " + topic.name() + " did not appear on " + broker());
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  private boolean answers(Map<TopicPartition, OffsetSpec> ends, Instant deadline)
      throws InterruptedException {
    try {
      admin.listOffsets(ends).all().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RetriableException && Instant.now().isBefore(deadline)) {
        return false;
      }
      throw failure("reach the topics", e.getCause());
    } catch (TimeoutException e) {
      throw failure("reach the topics", e);
    }
  }

  /**
   * Compares topics on the broker with the catalogue.
   *
   * @return one line a difference, sorted by topic; empty when all is as it should be
   * @throws StageException when the broker cannot be reached
   */
  public List<String> check(Collection<Topic> topics) throws InterruptedException {
    Map<String, TopicDescription> descriptions = describe(topics);
    Map<String, Config> configs = configs(descriptions.keySet());
    List<String> differences = new ArrayList<>();
    for (Topic topic : topics) {
      TopicDescription description = descriptions.get(topic.name());
      if (description == null) {
        differences.add(topic.name() + ": missing");
        continue;
      }
      wrongPartitions(topic, description).ifPresent(differences::add);
      new TreeMap<>(topic.settings())
          .forEach(
              (key, expected) -> {
                String found = configs.get(topic.name()).get(key).value();
                if (!expected.equals(found)) {
                  differences.add(
                      topic.name() + ": " + key + " is " + found + ", expected " + expected);
                }
              });
    }
    return differences;
  }

  /**
   * The topics with another number of partitions than is asked for: records of one key would lie in
   * several, and counts with them.
   *
   * @return one line a topic; topics that are missing are not among them
   * @throws StageException when the broker cannot be reached
   */
  public List<String> wrongPartitions(Collection<Topic> topics) throws InterruptedException {
    Map<String, TopicDescription> descriptions = describe(topics);
    return topics.stream()
        .filter(topic -> descriptions.containsKey(topic.name()))
        .flatMap(topic -> wrongPartitions(topic, descriptions.get(topic.name())).stream())
        .toList();
  }

  private Optional<String> wrongPartitions(Topic topic, TopicDescription description) {
    int partitions = description.partitions().size();
    return partitions == partitions(topic)
        ? Optional.empty()
        : Optional.of(
            topic.name() + ": " + partitions + " partitions, expected " + partitions(topic));
  }

  /**
   * The offset after the last record of each partition of a topic, records of open transactions
   * included.
   *
   * <p>The end that a read-committed consumer is told does not do to wait for: right after a
   * transaction was committed it may still lie before that transaction.
   *
   * @throws StageException when the broker cannot be reached, or has no such topic
   */
  public Map<TopicPartition, Long> ends(Topic topic) throws InterruptedException {
    TopicDescription description = describe(List.of(topic)).get(topic.name());
    if (description == null) {
      throw new StageException("no topic " + topic.name() + " on Kafka at " + broker());
    }
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (int partition = 0; partition < description.partitions().size(); partition++) {
      latest.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
    }
    Map<TopicPartition, Long> ends = new HashMap<>();
    get(admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED)).all())
        .forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  /**
   * How many partitions those of the topics have that are there, by their names.
   *
   * @throws StageException when the broker cannot be reached
   */
  public Map<String, Integer> partitions(Collection<Topic> topics) throws InterruptedException {
    Map<String, Integer> partitions = new HashMap<>();
    describe(topics)
        .forEach((name, description) -> partitions.put(name, description.partitions().size()));
    return partitions;
  }

  private Map<String, TopicDescription> describe(Collection<Topic> topics)
      throws InterruptedException {
    Set<String> present = get(admin.listTopics().names());
    List<String> names = topics.stream().map(Topic::name).filter(present::contains).toList();
    return get(admin.describeTopics(names).allTopicNames());
  }

  private Map<String, Config> configs(Set<String> names) throws InterruptedException {
    List<ConfigResource> resources =
        names.stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList();
    Map<String, Config> configs = new HashMap<>();
    get(admin.describeConfigs(resources).all())
        .forEach((resource, config) -> configs.put(resource.name(), config));
    return configs;
  }

  private <T> T get(KafkaFuture<T> future) throws InterruptedException {
    try {
      return future.get(TIMEOUT.toSeconds() + 1, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw failure("read topics", e.getCause());
    } catch (TimeoutException e) {
      throw failure("read topics", e);
    }
  }

  private StageException failure(String doing, Throwable cause) {
    String reason =
        cause instanceof org.apache.kafka.common.errors.TimeoutException
                || cause instanceof TimeoutException
            ? "no answer within " + TIMEOUT.toSeconds() + " s"
            : cause.getMessage();
    return new StageException("cannot " + doing + " on Kafka at " + broker() + ": " + reason);
  }

  private String broker() {
    return settings.bootstrapServers();
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(2));
  }
}

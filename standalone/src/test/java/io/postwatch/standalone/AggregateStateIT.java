// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.postwatch.aggregate.AggregateConfig;
import io.postwatch.aggregate.AggregateStage;
import io.postwatch.runtime.Settings;
import io.postwatch.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the aggregate stage has its state. */
class AggregateStateIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir Path directory;
  private LocalCluster cluster;

  @BeforeEach
  void start() throws Exception {
    cluster = LocalCluster.start(Optional.of(directory.resolve("data")), 0, 0);
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void stateIsInCompactedTopicsAndWithAStandbyReplicaOnEveryInstance() throws Exception {
    Path first = directory.resolve("first");
    Path second = directory.resolve("second");
    try (AggregateStage one = stage(first);
        AggregateStage two = stage(second)) {
      await().atMost(SOON).until(() -> one.isWorking() && two.isWorking());
      await().atMost(SOON).until(() -> tasks(first), this::isOfAllPartitions);
      await().atMost(SOON).until(() -> tasks(second), this::isOfAllPartitions);
    }

    assertThat(changelogs())
        .isNotEmpty()
        .allSatisfy(
            (name, settings) -> {
              assertThat(name).startsWith("postwatch-aggregate");
              // What is shown is forgotten, too; what was counted never is.
              boolean isForgotten = name.matches(".*-view-(posts|incidents)-changelog");
              assertThat(settings.get("cleanup.policy").value())
                  .as(name)
                  .isEqualTo(isForgotten ? "compact,delete" : "compact");
              assertThat(settings.get("segment.bytes").value()).isEqualTo("67108864");
            });
  }

  private AggregateStage stage(Path state) throws InterruptedException {
    Map<String, String> options = new HashMap<>(cluster.settings());
    options.put("state-dir", state.toString());
    options.put("streams.num.standby.replicas", "1");
    return AggregateStage.start(
        AggregateConfig.from(Settings.load(Optional.empty(), Map.of(), options)));
  }

  private boolean isOfAllPartitions(Collection<String> tasks) {
    return tasks.containsAll(
        IntStream.range(0, Topics.INCIDENTS.partitions()).mapToObj(p -> "0_" + p).toList());
  }

  /** Tasks of which an instance keeps stores. */
  private static List<String> tasks(Path state) throws IOException {
    if (!Files.exists(state)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(state, 3)) {
      return files
          .filter(file -> file.getFileName().toString().equals("rocksdb"))
          .map(file -> file.getParent().getFileName().toString())
          .toList();
    } catch (UncheckedIOException movedMeanwhile) {
      return List.of();
    }
  }

  /** Settings of the topics from which state is restored. */
  private Map<String, Config> changelogs() throws Exception {
    try (Admin admin =
        Admin.create(Map.<String, Object>of("bootstrap.servers", cluster.bootstrapServers()))) {
      List<ConfigResource> topics =
          admin.listTopics().names().get().stream()
              .filter(name -> name.endsWith("-changelog"))
              .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
              .toList();
      Map<String, Config> changelogs = new HashMap<>();
      admin
          .describeConfigs(topics)
          .all()
          .get()
          .forEach((topic, config) -> changelogs.put(topic.name(), config));
      return changelogs;
    }
  }
}

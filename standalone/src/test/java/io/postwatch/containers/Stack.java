// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.containers;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import io.postwatch.runtime.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;

/** A Kafka, a registry and stages in containers on a network of their own. */
final class Stack implements AutoCloseable {
  private static final int REGISTRY_PORT = 8080;
  private static final String REGISTRY_PATH = "/apis/ccompat/v7";

  private final Future<String> image = Images.postwatch();
  private final Network network = Network.newNetwork();
  private final KafkaContainer kafka =
      new KafkaContainer(Images.kafka()).withNetwork(network).withListener("kafka:19092");
  private final GenericContainer<?> registry =
      new GenericContainer<>(Images.registry())
          .withNetwork(network)
          .withNetworkAliases("registry")
          .withExposedPorts(REGISTRY_PORT)
          .waitingFor(Wait.forHttp(REGISTRY_PATH + "/subjects"));
  private final List<GenericContainer<?>> stages = new ArrayList<>();
  private final Path articles;

  /**
   * Starts Kafka alone.
   *
   * @param articles what ingest reads; everyone must be allowed to
   */
  Stack(Path articles) {
    this.articles = articles;
    kafka.start();
  }

  void startRegistry() {
    registry.start();
  }

  /** As when its machine hangs: connections open, and nothing answers. */
  void pauseRegistry() {
    registry.getDockerClient().pauseContainerCmd(registry.getContainerId()).exec();
  }

  void resumeRegistry() {
    registry.getDockerClient().unpauseContainerCmd(registry.getContainerId()).exec();
  }

  /** Begins a stage, without waiting for it. */
  GenericContainer<?> start(String... command) {
    GenericContainer<?> stage =
        new GenericContainer<>(image)
            .withNetwork(network)
            .withEnv("POSTWATCH_KAFKA_BOOTSTRAP_SERVERS", "kafka:19092")
            .withEnv(
                "POSTWATCH_REGISTRY_SCHEMA_REGISTRY_URL",
                "http://registry:" + REGISTRY_PORT + REGISTRY_PATH)
            .withEnv("POSTWATCH_AGGREGATE_LATENESS", "accept")
            .withEnv("POSTWATCH_INGEST_RESCAN_INTERVAL", "500ms")
            .withCreateContainerCmdModifier(
                container ->
                    container
                        .getHostConfig()
                        .withReadonlyRootfs(true)
                        .withMemory(512L << 20)
                        .withBinds(
                            new Bind(articles.toString(), new Volume("/articles"), AccessMode.ro)))
            .withCommand(command)
            .withStartupTimeout(Duration.ofSeconds(60));
    stage.start();
    stages.add(stage);
    return stage;
  }

  /** Ends a stage as SIGKILL does: at once, without a word. */
  static void kill(GenericContainer<?> stage) {
    stage.getDockerClient().killContainerCmd(stage.getContainerId()).exec();
  }

  /** Ends a stage as an operator does, with time to finish. */
  static void stop(GenericContainer<?> stage) {
    stage.getDockerClient().stopContainerCmd(stage.getContainerId()).withTimeout(30).exec();
  }

  /** Settings with which a client outside of the containers reaches both. */
  Settings settings() {
    return Settings.load(
        Optional.empty(),
        Map.of(),
        Map.of(
            "kafka.bootstrap.servers",
            kafka.getBootstrapServers(),
            "registry.schema.registry.url",
            "http://"
                + registry.getHost()
                + ":"
                + registry.getMappedPort(REGISTRY_PORT)
                + REGISTRY_PATH));
  }

  @Override
  public void close() {
    stages.forEach(GenericContainer::stop);
    registry.stop();
    kafka.stop();
    network.close();
  }
}

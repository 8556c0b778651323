// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.postwatch.standalone.LocalCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongAddressIT {
  private static final Duration AT_MOST = Duration.ofSeconds(15);

  /** Reserved, and nothing listens there. */
  private static final String NOBODY = "127.0.0.1:1";

  private static LocalCluster cluster;
  @TempDir Path directory;

  @BeforeAll
  static void start() throws IOException {
    cluster = LocalCluster.start(Optional.empty(), 0, 0);
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Test
  void aBrokerThatIsNotThereIsOneLineWithin15Seconds() throws Exception {
    assertFails(NOBODY, cluster.registryUrl(), "on Kafka at " + NOBODY + ": no answer within 10 s");
  }

  @Test
  void aHostThatIsNotKnownIsOneLine() throws Exception {
    assertFails(
        "kafka.invalid:9092",
        cluster.registryUrl(),
        "cannot connect to Kafka at kafka.invalid:9092");
  }

  @Test
  void anAddressWithoutRegistryIsRefusedByWhatAnswersThere() throws Exception {
    String wrong = cluster.registryUrl() + "/nothing/here";
    assertFails(cluster.bootstrapServers(), wrong, "no schema registry at " + wrong);
  }

  @Test
  void aTopicWithOtherPartitionsIsRefused() throws Exception {
    assertThat(
            PostwatchProcess.run(
                    "topics",
                    "--bootstrap-servers",
                    cluster.bootstrapServers(),
                    "--schema-registry",
                    cluster.registryUrl())
                .status())
        .isZero();
    Path settings = Files.writeString(directory.resolve("s.yaml"), "topics: {partitions: 3}\n");

    assertFails(
        cluster.bootstrapServers(),
        cluster.registryUrl(),
        "postwatch.posts.v1: 4 partitions, expected 3",
        "--config",
        settings.toString());
  }

  @Test
  void aRegistryThatDoesNotAnswerIsWaitedForAndTheStageSaysSo() throws Exception {
    try (PostwatchProcess process =
        PostwatchProcess.start(
            "enrich",
            "--bootstrap-servers",
            cluster.bootstrapServers(),
            "--schema-registry",
            "http://" + NOBODY)) {
      await()
          .atMost(AT_MOST)
          .until(
              () -> process.err().contains("waiting for the schema registry at http://" + NOBODY));
      assertThat(process.isAlive()).isTrue();
    }
  }

  private static void assertFails(
      String broker, String registry, String reason, String... arguments) throws Exception {
    Object[] command = new Object[arguments.length + 5];
    command[0] = "enrich";
    command[1] = "--bootstrap-servers";
    command[2] = broker;
    command[3] = "--schema-registry";
    command[4] = registry;
    System.arraycopy(arguments, 0, command, 5, arguments.length);
    Instant before = Instant.now();
    PostwatchProcess.Result result = PostwatchProcess.run(command);
    assertThat(result.status()).as(result.err()).isEqualTo(1);
    assertThat(result.err().lines()).singleElement().asString().contains(reason);
    assertThat(Duration.between(before, Instant.now())).isLessThan(AT_MOST);
  }
}

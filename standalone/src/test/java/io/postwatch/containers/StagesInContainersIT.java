// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.postwatch.standalone.Newsroom;
import io.postwatch.standalone.Newsroom.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;

class StagesInContainersIT {
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final Duration REGISTRY_IS_AWAY = Duration.ofSeconds(30);
  private static final Instant FIRST_DAY = Instant.parse("2025-03-01T00:00:00Z");
  private static final int ARTICLES = 1_000;

  @TempDir Path directory;
  private Path articles;

  @BeforeEach
  void makeDirectoryOfArticles() throws IOException {
    // Before each, not before all: a class that is left out whole is not in the report.
    Images.assumePresent();
    // Readable for all: the container's user is another one.
    articles = Files.createDirectory(directory.resolve("articles"));
    Files.setPosixFilePermissions(articles, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void stagesWaitForTheRegistryAndThenCountAsOneProcessDoesThoughItGoesAwayAgain()
      throws Exception {
    copyExamples();
    try (Stack stack = new Stack(articles)) {
      List<GenericContainer<?>> stages =
          List.of(
              stack.start("ingest", "/articles"), stack.start("enrich"), stack.start("aggregate"));
      for (GenericContainer<?> stage : stages) {
        await()
            .atMost(SOON)
            .untilAsserted(
                () -> assertThat(stage.getLogs()).contains("waiting for the schema registry at"));
      }

      stack.startRegistry();
      awaitCountsOfOneProcess(stack);

      stack.pauseRegistry();
      Stack.kill(stages.get(2));
      GenericContainer<?> successor = stack.start("aggregate");
      Newsroom.article(
          articles.resolve("later.html"),
          "https://later.example/a",
          Post.at(FIRST_DAY, 1, "unions", "Dock workers on strike in Chile"));
      await()
          .pollDelay(REGISTRY_IS_AWAY)
          .atMost(SOON)
          .untilAsserted(
              () -> assertThat(successor.getLogs()).contains("waiting for the schema registry at"));
      stack.resumeRegistry();
      awaitCountsOfOneProcess(stack);
    }
  }

  @Test
  void postsAreCountedOnceWhileEnrichGrowsToThreeOneIsKilledAndOneRemains() throws Exception {
    try (Stack stack = new Stack(articles)) {
      stack.startRegistry();
      stack.start("ingest", "/articles");
      stack.start("aggregate");
      GenericContainer<?> first = stack.start("enrich");
      awaitRunning(first);

      try (Press press = new Press(articles, ARTICLES)) {
        press.awaitArticles(ARTICLES / 5);
        GenericContainer<?> second = stack.start("enrich");
        stack.start("enrich");
        press.awaitArticles(ARTICLES / 2);
        awaitRunning(second);
        Stack.kill(second);
        press.awaitArticles(ARTICLES * 3 / 4);
        Stack.stop(first);
        press.awaitArticles(ARTICLES);
      }
      awaitCountsOfOneProcess(stack);
    }
  }

  private void copyExamples() throws IOException {
    try (Stream<Path> examples = Files.list(Path.of("..", "examples"))) {
      for (Path example : examples.toList()) {
        Files.copy(example, articles.resolve(example.getFileName()));
      }
    }
  }

  private static void awaitRunning(GenericContainer<?> stage) {
    await().atMost(SOON).untilAsserted(() -> assertThat(stage.getLogs()).contains("is running"));
  }

  private void awaitCountsOfOneProcess(Stack stack) throws Exception {
    Map<String, List<Long>> expected = Counted.byOneProcess(articles);
    assertThat(expected).isNotEmpty();
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(Counted.in(stack.settings())).isEqualTo(expected));
  }
}

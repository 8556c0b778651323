// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.postwatch.cli.Recount.Totals;
import io.postwatch.schema.Clock;
import io.postwatch.standalone.Newsroom;
import io.postwatch.standalone.Newsroom.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillAndRestartIT {
  private static final long SEED = 20_260_101;
  private static final int ARTICLES = 1_200;
  private static final int POSTS = 900;
  private static final int KILLS = 3;
  private static final Instant FIRST_DAY = Instant.parse("2025-03-01T00:00:00Z");
  private static final int DAYS = 3;

  @TempDir Path directory;

  @Test
  void aKilledProcessLosesNoPostAndCountsNoneTwice() throws Exception {
    killAndRestart(false);
  }

  @Test
  @Tag("slow")
  void aProcessKilledInTheMiddleOfAFileGoesOnThere() throws Exception {
    killAndRestart(true);
  }

  private void killAndRestart(boolean isOneFile) throws Exception {
    Random random = new Random(SEED);
    Path pages = Files.createDirectory(directory.resolve("articles"));
    List<Sighting> written = write(pages, random);
    Path articles = isOneFile ? extracted(pages) : pages;
    Path data = directory.resolve("data");

    for (int kill = 0; kill < KILLS; kill++) {
      killInTheMiddle(articles, data, random);
    }
    PostwatchProcess.Result last =
        PostwatchProcess.run(
            "run", "--once", "--json", "--window", "1d", "--data-dir", data, articles);

    assertThat(last.status()).as(last.err()).isZero();
    Map<String, Totals> counted = new HashMap<>();
    for (JsonNode count : last.json()) {
      if (count.get("topic").asText().equals("protest") && count.get("place").isNull()) {
        counted.put(
            count.get("windowStart").asText(),
            new Totals(
                count.get("posts").asLong(),
                count.get("sightings").asLong(),
                count.get("authors").asLong(),
                count.get("outlets").asLong(),
                count.get("distinctTexts").asLong()));
      }
    }
    assertThat(counted).isEqualTo(oracle(written));
  }

  /** The counts over all places by the start of their day. */
  private static Map<String, Totals> oracle(List<Sighting> written) {
    Map<String, Totals> oracle = new HashMap<>();
    Recount.of(written, Clock.POSTED, s -> s.post().writtenAt(), List.of(Duration.ofDays(1)))
        .forEach(
            (key, totals) -> {
              if (key.getPlace().isEmpty()) {
                oracle.put(key.getWindowStart().toString(), totals);
              }
            });
    return oracle;
  }

  /** What a kill in the middle of making or deleting a database leaves. */
  @Test
  void aStoreThatCannotBeOpenedIsBuiltAnewFromTheTopics() throws Exception {
    Path pages = Files.createDirectory(directory.resolve("articles"));
    write(pages, new Random(SEED));
    Path data = directory.resolve("data");
    Object[] run = {"run", "--once", "--json", "--window", "1d", "--data-dir", data, pages};
    PostwatchProcess.Result first = PostwatchProcess.run(run);
    assertThat(first.status()).as(first.err()).isZero();
    for (Path manifest : manifests(data)) {
      Files.delete(manifest);
    }

    PostwatchProcess.Result second = PostwatchProcess.run(run);

    assertThat(second.status()).as(second.err()).isZero();
    assertThat(second.err()).contains("local state is built anew from the topics");
    assertThat(second.json()).isNotEmpty().containsExactlyInAnyOrderElementsOf(first.json());
  }

  /** The files in which RocksDB writes down of what files a database consists. */
  private static List<Path> manifests(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      List<Path> manifests =
          files.filter(file -> file.getFileName().toString().startsWith("MANIFEST-")).toList();
      assertThat(manifests).isNotEmpty();
      return manifests;
    }
  }

  /** The posts of all pages as one file of JSON Lines. */
  private Path extracted(Path pages) throws Exception {
    PostwatchProcess.Result lines = PostwatchProcess.run("extract", pages);
    assertThat(lines.status()).as(lines.err()).isZero();
    return Files.writeString(directory.resolve("posts.jsonl"), lines.out());
  }

  /** Kills a run once its broker holds something, at a random moment of the work. */
  private static void killInTheMiddle(Path articles, Path data, Random random)
      throws IOException, InterruptedException {
    try (PostwatchProcess process =
        PostwatchProcess.start("run", "--data-dir", data, "--window", "1d", articles)) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> process.out().contains("protest") || !process.isAlive());
      assertThat(process.isAlive()).as(process.err()).isTrue();
      TimeUnit.MILLISECONDS.sleep(random.nextInt(400));
      process.kill();
    }
  }

  private static List<Sighting> write(Path articles, Random random) throws IOException {
    List<Post> posts = new ArrayList<>();
    for (int i = 0; i < POSTS; i++) {
      Instant at = FIRST_DAY.plusMillis((long) (random.nextDouble() * DAYS * 86_400_000));
      posts.add(
          Post.at(at, i, "reporter" + random.nextInt(200), "Huge protest in Kenya, street " + i));
    }
    List<Sighting> written = new ArrayList<>();
    for (int a = 0; a < ARTICLES; a++) {
      String url = "https://news.example/" + a;
      Post[] embedded = new Post[1 + random.nextInt(3)];
      for (int i = 0; i < embedded.length; i++) {
        embedded[i] = posts.get(random.nextInt(POSTS));
        written.add(new Sighting(embedded[i], "protest", "KE", url, "news.example"));
      }
      Newsroom.article(articles.resolve(a + ".html"), url, embedded);
    }
    return written;
  }
}

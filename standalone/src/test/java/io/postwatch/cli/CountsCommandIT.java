// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.postwatch.standalone.Newsroom;
import io.postwatch.standalone.Newsroom.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code counts} tells of a pipeline that is at work beside it. */
class CountsCommandIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Instant EVENING = Instant.parse("2025-03-05T20:15:30Z");
  private static final String SAID = "Huge protest in Kenya, roads closed around the parliament";

  @TempDir static Path directory;
  @TempDir static Path other;

  private static final String DESKS =
      """
      lists:
        witnesses:
          any: ["@witness"]
        everybody:
          any: ["@witness", "@copycat"]
      """;

  private static PostwatchProcess pipeline;
  private static List<String> connection;

  @BeforeAll
  static void start() throws Exception {
    Newsroom.article(
        directory.resolve("a.html"),
        "https://news.example/a",
        Post.at(EVENING, 7, "witness", SAID),
        Post.at(EVENING.plusSeconds(5), 8, "copycat", "RT @witness: " + SAID));
    Path lists = Files.writeString(other.resolve("desks.yaml"), DESKS);
    pipeline = PostwatchProcess.start("run", "--watch-lists", lists, directory);
    await().atMost(SOON).until(() -> pipeline.out().contains("protest"));
    connection =
        List.of(
            "--bootstrap-servers", address("Kafka at (\\S+)"),
            "--schema-registry", address("schema registry at (\\S+)"));
    await().atMost(SOON).until(() -> !counts("--topic", "protest", "--place", "KE").isEmpty());
  }

  @AfterAll
  static void stop() throws IOException {
    pipeline.close();
  }

  @Test
  void aPipelineThatWatchesPrintsWhatArrives() throws Exception {
    assertThat(pipeline.out().lines())
        .allMatch(line -> line.contains(" SEEN "))
        .anyMatch(line -> line.matches(".* 1m +SEEN +protest +Kenya .*PROVISIONAL.*"));
  }

  @Test
  void aWatchListHasCountsOfItsOwn() throws Exception {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(postsOf("witnesses")).containsExactly(1);
              assertThat(postsOf("everybody")).containsExactly(2);
            });
    assertThat(counts("--watch-list", "nobody")).isEmpty();
  }

  /** Different numbers of posts of protests, among all that is counted for a list. */
  private static List<Integer> postsOf(String list) throws Exception {
    return counts("--watch-list", list, "--topic", "protest").stream()
        .map(count -> count.get("posts").asInt())
        .distinct()
        .toList();
  }

  @Test
  void bothClocksAndAllSizesAreCountedAndCopiesOfATextAreTold() throws Exception {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(counts("--topic", "protest", "--place", "all"))
                    .hasSize(6)
                    .allSatisfy(count -> assertThat(count.get("posts").asInt()).isEqualTo(2))
                    .allSatisfy(
                        count -> assertThat(count.get("distinctTexts").asInt()).isEqualTo(1))
                    .extracting(
                        count ->
                            count.get("clock").asText() + " " + count.get("windowSize").asText())
                    .containsExactlyInAnyOrder(
                        "POSTED 1m", "POSTED 1h", "POSTED 1d", "SEEN 1m", "SEEN 1h", "SEEN 1d"));
  }

  @Test
  void filtersCanBePutTogether() throws Exception {
    assertThat(
            counts("--clock", "posted", "--window", "1h", "--place", "kenya", "--topic", "protest"))
        .singleElement()
        .satisfies(
            count ->
                assertThat(count.get("windowStart").asText()).isEqualTo("2025-03-05T20:00:00Z"));
    assertThat(counts("--at", "2025-03-05T20:15:59Z", "--place", "KE"))
        .isNotEmpty()
        .allSatisfy(count -> assertThat(count.get("clock").asText()).isEqualTo("POSTED"));
    assertThat(counts("--at", "2025-03-04")).isEmpty();
    assertThat(counts("--clock", "posted", "--status", "corrected")).isEmpty();
  }

  @Test
  void aTableShowsOneClockAndDaysAndSaysWhatElseThereIs() throws Exception {
    PostwatchProcess.Result table = PostwatchProcess.run(arguments("--topic", "protest"));

    assertThat(table.out().lines())
        .anyMatch(line -> line.matches("2025-03-05 +1d +protest +Kenya +2 +1 +2 +2 +.*"))
        .noneMatch(line -> line.contains("SEEN"));
    assertThat(table.err())
        .contains("also counted, and shown by --window 1h, --window 1m, --clock seen or --json");
  }

  @Test
  void followingGoesOnWithWhatArrives() throws Exception {
    try (PostwatchProcess follow =
        PostwatchProcess.start(arguments("--follow", "--json", "--topic", "disaster-natural"))) {
      Newsroom.article(
          directory.resolve("b.html"),
          "https://news.example/b",
          Post.at(EVENING, 9, "gauge", "Flood in Kenya tonight"));

      await().atMost(SOON).until(() -> follow.out().contains("\"place\":\"KE\""));

      assertThat(follow.out().lines()).allMatch(line -> line.contains("\"clock\":\"SEEN\""));
    }
  }

  private static List<JsonNode> counts(Object... options) throws Exception {
    List<Object> all = new ArrayList<>(List.of(options));
    all.add("--json");
    return PostwatchProcess.run(arguments(all.toArray())).json();
  }

  private static Object[] arguments(Object... options) {
    List<Object> all = new ArrayList<>(List.of("counts"));
    all.addAll(connection);
    all.addAll(List.of(options));
    return all.toArray();
  }

  private static String address(String pattern) throws IOException {
    Matcher matcher = Pattern.compile(pattern).matcher(pipeline.err());
    assertThat(matcher.find()).as(pipeline.err()).isTrue();
    return matcher.group(1);
  }
}

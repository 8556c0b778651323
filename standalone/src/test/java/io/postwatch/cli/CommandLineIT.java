// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.postwatch.standalone.Newsroom;
import io.postwatch.standalone.Newsroom.Post;
import io.postwatch.standalone.kafka.DataDirectory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineIT {
  private static final String SCRAPED =
      """
      Rain kept falling on the coast on Tuesday, the governor's office said.

      Dock workers on strike in #Chile since this morning. pic.twitter.com/abcDEF1234 — Port Radio \
      (@PortRadio) March 4, 2025

      The governor said that talks would go on.

      Huge protest in #Chile tonight, at least 40 people were arrested. — Ana Soto (@anasoto) \
      March 5, 2025

      Shops stay closed.
      """;

  private static final Post PROTEST =
      Post.at(Instant.parse("2025-03-05T20:15:30Z"), 7, "witness", "Huge protest in Kenya");

  @TempDir Path directory;
  private Path article;

  @BeforeEach
  void write() throws Exception {
    article = Files.writeString(directory.resolve("article.txt"), SCRAPED);
  }

  @Test
  void aRunPrintsATableOfFinalCountsAndSaysWhatItRead() throws Exception {
    PostwatchProcess.Result result = PostwatchProcess.run("run", "--once", article);

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out().lines().findFirst().orElseThrow())
        .startsWith("WINDOW (UTC)")
        .contains("TOPIC", "PLACE", "POSTS", "SIGHTINGS", "AUTHORS", "OUTLETS", "STATUS");
    assertThat(result.out().lines())
        .anyMatch(line -> line.matches("2025-03-04 +1d +strike +Chile +1 +1 +1 +1 +0 +FINAL"))
        .anyMatch(line -> line.matches("2025-03-05 +1d +arrest +\\(all\\) +1 .*40\\+ .*detained"));
    assertThat(result.err()).contains("1 article read: 2 posts");
  }

  @Test
  void jsonHasOneCountALineWithTheFieldsOfTheContract() throws Exception {
    Path page = Newsroom.article(directory.resolve("page.html"), "https://news.example/1", PROTEST);

    PostwatchProcess.Result result =
        PostwatchProcess.run("run", "--once", "--json", "--window", "1m", "--window", "1d", page);

    List<JsonNode> counts = result.json();
    assertThat(counts).hasSize(4);
    assertThat(counts.get(1).fieldNames())
        .toIterable()
        .containsExactly(
            "clock",
            "topic",
            "place",
            "windowStart",
            "windowSize",
            "posts",
            "sightings",
            "authors",
            "outlets",
            "distinctTexts",
            "status",
            "figures");
    assertThat(counts)
        .extracting(c -> c.get("windowSize").asText() + " " + c.get("windowStart").asText())
        .containsOnly("1d 2025-03-05T00:00:00Z", "1m 2025-03-05T20:15:00Z");
    assertThat(counts)
        .extracting(c -> c.get("topic").asText() + " " + c.get("place"))
        .containsOnly("protest null", "protest \"KE\"");
    assertThat(counts).allSatisfy(c -> assertThat(c.get("status").asText()).isEqualTo("FINAL"));
  }

  @Test
  void aRunCountsByArrivalWhenAskedTo() throws Exception {
    Instant before = Instant.now().minusSeconds(60);

    PostwatchProcess.Result seen =
        PostwatchProcess.run(
            "run", "--once", "--json", "--clock", "seen", "--window", "1m", article);
    PostwatchProcess.Result both =
        PostwatchProcess.run(
            "run", "--once", "--clock", "seen", "--clock", "posted", "--window", "1d", article);

    assertThat(seen.json())
        .isNotEmpty()
        .allSatisfy(count -> assertThat(count.get("clock").asText()).isEqualTo("SEEN"))
        .allSatisfy(
            count -> assertThat(Instant.parse(count.get("windowStart").asText())).isAfter(before));
    assertThat(seen.err()).doesNotContain("in no smaller window");
    assertThat(both.out().lines())
        .anyMatch(line -> line.matches("2025-03-04 +1d +POSTED +strike +Chile .*FINAL"))
        .anyMatch(line -> line.matches("20.. ?.* +1d +SEEN +strike +Chile .*FINAL"));
    assertThat(both.err()).contains("dated to the day, which are in no smaller window of the");
  }

  @Test
  void aFilterThatKeepsNothingSaysSo() throws Exception {
    PostwatchProcess.Result result =
        PostwatchProcess.run("run", "--once", "--json", "--hashtag", "Nowhere", article);

    assertThat(result.status()).isZero();
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("2 posts, none kept by #nowhere");
  }

  @Test
  void whatCannotBeReadIsOneLineEachAndTheRestIsCounted() throws Exception {
    Path missing = directory.resolve("missing.html");
    Path binary = Files.write(directory.resolve("b.bin"), new byte[] {0, 1, 2, 0});

    PostwatchProcess.Result result =
        PostwatchProcess.run("run", "--once", "--window", "1d", missing, binary, article);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err().lines())
        .contains("postwatch: " + missing + ": no such file or directory")
        .anyMatch(
            line -> line.startsWith("postwatch: " + binary + ": ") && line.contains("binary"));
    assertThat(result.out()).contains("strike").contains("protest");
  }

  @Test
  void wrongUsageIsOneLineAndStatusTwo() throws Exception {
    Path settings = Files.writeString(directory.resolve("s.yaml"), "ingest: {inputz: [a]}\n");

    assertThat(PostwatchProcess.run("run", "--once"))
        .satisfies(result -> assertThat(result.status()).isEqualTo(2))
        .satisfies(result -> assertThat(result.err()).startsWith("postwatch: no input: expected"));
    assertThat(PostwatchProcess.run("run", "--config", settings, article))
        .satisfies(result -> assertThat(result.status()).isEqualTo(2))
        .satisfies(
            result ->
                assertThat(result.err())
                    .hasLineCount(1)
                    .contains(settings.toString(), "unknown key ingest.inputz"));
    assertThat(PostwatchProcess.run("run", "--window", "soon", article))
        .satisfies(result -> assertThat(result.status()).isEqualTo(2))
        .satisfies(result -> assertThat(result.err()).contains("\"soon\" is not a window size"));
    assertThat(PostwatchProcess.run("run", "--clock", "noon", article))
        .satisfies(result -> assertThat(result.status()).isEqualTo(2))
        .satisfies(
            result ->
                assertThat(result.err())
                    .contains("\"noon\" is not a clock: expected posted or seen"));
    assertThat(PostwatchProcess.run("counts", "--status", "done", "--at", "noon"))
        .satisfies(result -> assertThat(result.status()).isEqualTo(2))
        .satisfies(result -> assertThat(result.err()).contains("expected provisional, final or"));
  }

  @Test
  void aRunThatWatchesStopsSoonWhenItIsTold() throws Exception {
    try (PostwatchProcess process = PostwatchProcess.start("run", article)) {
      await().atMost(Duration.ofSeconds(60)).until(() -> process.out().contains("strike"));

      process.stop();

      await().atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive());
    }
  }

  @Test
  void aDataDirectoryInUseIsLeftAlone() throws Exception {
    Path data = directory.resolve("data");
    try (DataDirectory inUse = DataDirectory.open(data)) {
      PostwatchProcess.Result result =
          PostwatchProcess.run("run", "--once", "--data-dir", data, article);

      assertThat(result.status()).isEqualTo(1);
      assertThat(result.err()).hasLineCount(1).contains(data + " is in use");
      assertThat(inUse.kafka()).doesNotExist();
    }
  }

  @Test
  void extractPrintsPostsAndAnnotateAddsWhatTheySay() throws Exception {
    PostwatchProcess.Result extracted =
        PostwatchProcess.run("extract", "--handle", "anasoto", article);

    assertThat(extracted.json()).hasSize(1);
    JsonNode post = extracted.json().get(0);
    assertThat(post.get("text").asText())
        .isEqualTo("Huge protest in #Chile tonight, at least 40 people were arrested.");
    assertThat(post.get("postedAt").asText()).isEqualTo("2025-03-05T00:00:00Z");
    assertThat(post.get("postedAtPrecision").asText()).isEqualTo("DAY");
    assertThat(post.get("id").isNull()).isTrue();
    assertThat(post.get("article").get("url").isNull()).isTrue();

    Path lines =
        Files.writeString(
            directory.resolve("lines.jsonl"),
            extracted.out()
                + "not json\n{\"text\": 5}\n{\"text\": \"Strike in Chile\", \"mine\": 1}\n",
            StandardCharsets.UTF_8);
    PostwatchProcess.Result annotated = PostwatchProcess.run("annotate", lines);

    assertThat(annotated.status()).isEqualTo(1);
    assertThat(annotated.err().lines())
        .satisfiesExactly(
            line -> assertThat(line).contains(lines + ", line 2: expected JSON"),
            line -> assertThat(line).contains(lines + ", line 3: expected a JSON object"));
    assertThat(annotated.json()).hasSize(2);
    JsonNode read = annotated.json().get(0);
    assertThat(read.get("handle")).isEqualTo(post.get("handle"));
    assertThat(read.get("places").get(0).get("country").asText()).isEqualTo("CL");
    assertThat(read.get("topics")).extracting(t -> t.get("topic").asText()).contains("arrest");
    assertThat(read.get("figures").get(0).get("count").asInt()).isEqualTo(40);
    assertThat(read.get("figures").get(0).get("modifier").asText()).isEqualTo("AT_LEAST");
    assertThat(annotated.json().get(1).get("mine").asInt()).isEqualTo(1);
  }

  @Test
  void linesOfOneDocumentTellEachOthersPlacesAndAreExplained() throws Exception {
    Path lines =
        Files.writeString(
            directory.resolve("lines.jsonl"),
            """
            {"document": "south", "text": "Roads in Valdosta are under water"}
            {"text": "Roads in Athens are under water"}
            {"document": "greece", "text": "Roads in Athens are under water"}
            {"document": "south", "text": "Roads in Athens are under water"}
            {"document": "south", "text": "Atlanta, Georgia: all schools closed"}
            {"document": "greece", "text": "Patras and Thessaloniki wait for rain"}
            """);

    PostwatchProcess.Result annotated = PostwatchProcess.run("annotate", "--explain", lines);

    assertThat(annotated.status()).as(annotated.err()).isZero();
    assertThat(annotated.json())
        .extracting(post -> post.get("places").path(0).path("country").asText())
        .containsExactly("US", "GR", "GR", "US", "US", "GR");
    JsonNode athens = annotated.json().get(3).get("explain").get(0);
    assertThat(athens.get("text").asText()).isEqualTo("Athens");
    assertThat(athens.get("isPlace").asDouble()).isBetween(0.5, 1.0);
    assertThat(athens.get("candidates"))
        .extracting(candidate -> candidate.get("country").asText())
        .contains("US", "GR");
    assertThat(athens.get("candidates").get(0).get("probability").asDouble()).isGreaterThan(0.5);
  }

  @Test
  void watchListsAreNotedOnThePostsAndCanDecideWhatIsKept() throws Exception {
    Path lists =
        Files.writeString(
            directory.resolve("lists.yaml"),
            """
            lists:
              ports: {any: ["@portradio"]}
              chile: {any: ["#chile"], not: ["@portradio"]}
            """);

    PostwatchProcess.Result noted =
        PostwatchProcess.run("extract", "--watch-lists", lists, article);
    PostwatchProcess.Result kept =
        PostwatchProcess.run(
            "extract", "--watch-lists", lists, "--watched-only", "--handle", "anasoto", article);

    assertThat(noted.json())
        .extracting(post -> post.get("watchLists").toString())
        .containsExactly("[\"ports\"]", "[\"chile\"]");
    assertThat(kept.json())
        .extracting(post -> post.get("handle").textValue())
        .containsExactly("anasoto");
  }

  @Test
  void aPostWhoseWordsThePageDoesNotShowHasNoTextAndCanBeAnnotated() throws Exception {
    Path page =
        Files.writeString(
            directory.resolve("page.html"),
            "<p>See this.</p><blockquote class=twitter-tweet>"
                + "<a href='https://twitter.com/anasoto/status/1480154000000000000'></a></blockquote>");

    PostwatchProcess.Result extracted = PostwatchProcess.run("extract", page);
    Path lines = Files.writeString(directory.resolve("posts.jsonl"), extracted.out());
    PostwatchProcess.Result annotated = PostwatchProcess.run("annotate", lines);

    assertThat(extracted.json()).singleElement().matches(post -> post.get("text").isNull());
    assertThat(annotated.status()).as(annotated.err()).isZero();
    assertThat(annotated.json()).singleElement().matches(post -> post.get("topics").isEmpty());
  }

  @Test
  void topicsOfAUserAreCheckedAndTriedAtOnce() throws Exception {
    Path topics =
        Files.writeString(
            directory.resolve("topics.yaml"),
            """
            extends: default
            topics:
              - id: port-closure
                title: Port closure
                patterns:
                  0.8: [port|harbour ~2 closed|shut]
                examples: [The port is closed.]
                counterexamples: [The airport is closed.]
            """);
    Path lines =
        Files.writeString(
            directory.resolve("posts.jsonl"),
            "{\"text\":\"Dockers on strike, the harbour is shut\"}\n");

    PostwatchProcess.Result checked = PostwatchProcess.run("topics-check", topics);
    PostwatchProcess.Result annotated = PostwatchProcess.run("annotate", "--topics", topics, lines);

    assertThat(checked.status()).as(checked.out() + checked.err()).isZero();
    assertThat(checked.out())
        .startsWith(topics + ": 27 topics, ")
        .endsWith(", all as expected\n")
        .hasLineCount(1);
    assertThat(annotated.json().get(0).get("topics"))
        .extracting(topic -> topic.get("topic").textValue())
        .containsExactly("strike", "port-closure");
  }

  @Test
  void mistakesAndExamplesThatFailAreOneLineEach() throws Exception {
    Path bad =
        Files.writeString(
            directory.resolve("bad.yaml"),
            """
            topics:
              - id: rain
                patern: rain
            """);
    Path failing =
        Files.writeString(
            directory.resolve("failing.yaml"),
            """
            topics:
              - id: rain
                title: Rain
                patterns: {0.8: [rain]}
                examples: [Sunshine.]
                counterexamples: [A rain check.]
            """);

    PostwatchProcess.Result mistakes = PostwatchProcess.run("topics-check", bad);
    PostwatchProcess.Result failures = PostwatchProcess.run("topics-check", failing);
    PostwatchProcess.Result json = PostwatchProcess.run("topics-check", "--json", failing);
    PostwatchProcess.Result refused = PostwatchProcess.run("annotate", "--topics", bad);
    PostwatchProcess.Result absent = PostwatchProcess.run("topics-check", "absent.yaml");

    assertThat(mistakes.status()).isEqualTo(1);
    assertThat(mistakes.out().lines())
        .hasSize(3)
        .contains(bad + ", line 2, column 9: topic 'rain' has no title, expected 'title:'")
        .anyMatch(line -> line.startsWith(bad + ", line 3, column 5: unknown key 'patern'"));
    assertThat(failures.status()).isEqualTo(1);
    assertThat(failures.out().lines())
        .containsExactly(
            failing
                + ", line 5, column 16: example of 'rain' in which it is not found:"
                + " \"Sunshine.\"; found: nothing",
            failing
                + ", line 6, column 23: counterexample of 'rain' in which it is found:"
                + " \"A rain check.\"; found: rain 0.80 by \"rain\"",
            failing + ": 1 topic, 1 pattern, 2 examples, 2 not as expected");
    assertThat(json.json())
        .extracting(line -> line.get("kind").textValue())
        .containsExactly("example", "counterexample", "summary");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err().lines()).singleElement().asString().contains(", line 2, column 9: ");
    assertThat(absent.status()).isEqualTo(2);
    assertThat(absent.err())
        .isEqualTo("postwatch: absent.yaml: no such file; expected topics in YAML\n");
  }

  @Test
  void aRunFindsTheTopicsOfAUser() throws Exception {
    Path topics =
        Files.writeString(
            directory.resolve("topics.yaml"),
            "topics: [{id: union-talk, title: Union talk, patterns: {0.9: [strike]}}]");

    PostwatchProcess.Result run =
        PostwatchProcess.run("run", "--once", "--json", "--topics", topics, article);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.json())
        .isNotEmpty()
        .allMatch(count -> count.get("topic").textValue().equals("union-talk"));
  }
}

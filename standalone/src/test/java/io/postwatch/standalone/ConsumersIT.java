// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.postwatch.ingest.IngestObserver;
import io.postwatch.ingest.Tally;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Settings;
import io.postwatch.runtime.TopicAdmin;
import io.postwatch.standalone.Newsroom.Post;
import io.postwatch.standalone.registry.KafkaJs;
import io.postwatch.topics.Topic;
import io.postwatch.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What docs/asyncapi.yaml and docs/consumers.md promise to consumers, and the examples for them.
 */
class ConsumersIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
  private static final String DAY = " 2025-03-01T00:00:00Z 86400000 ";
  private static final Post PROTEST =
      Post.at(NOON, 1, "nairobi_now", "Huge protest in Kenya today #Nairobi");
  private static final Post STRIKE = Post.at(NOON, 2, "unions", "Dock workers on strike in Chile");
  private static final Post SECOND_PROTEST =
      Post.at(NOON.plusSeconds(60), 3, "mombasa", "Protest in Kenya spreads to the coast");
  private static final Post OLD_PROTEST =
      Post.at(NOON.minus(Duration.ofDays(400)), 4, "kisumu", "Protest in Kenya over fuel");

  @TempDir static Path directory;
  private static Path articles;
  private static Path watchLists;
  private static LocalCluster cluster;

  /** Two runs, so that the day's count of protests is FINAL after the first, CORRECTED after it. */
  @BeforeAll
  static void publish() throws Exception {
    articles = Files.createDirectory(directory.resolve("articles"));
    watchLists = directory.resolve("desks.yaml");
    Files.writeString(watchLists, "lists:\n  kenya-desk:\n    any: [\"#nairobi\"]\n");
    cluster = LocalCluster.start(Optional.of(directory.resolve("data")), 0, 0);
    Newsroom.article(articles.resolve("1.html"), "https://one.example/a", PROTEST, STRIKE);
    run("accept");
    Newsroom.article(articles.resolve("2.html"), "https://two.example/b", PROTEST, SECOND_PROTEST);
    run("accept");
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Test
  void thePlainConsumerPrintsTheLatestCountOfEachKeyOnce() throws Exception {
    try (ExampleProcess example = java("java/LatestCounts.java", "--final")) {
      assertThat(example.linesAtItsEnd())
          .contains(
              "POSTED protest *" + DAY + "posts=2 sightings=3 CORRECTED",
              "POSTED protest KE" + DAY + "posts=2 sightings=3 CORRECTED",
              "POSTED strike CL" + DAY + "posts=1 sightings=1 FINAL")
          .noneMatch(line -> line.endsWith("PROVISIONAL"))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void theStreamsConsumerSubtractsWhatACorrectionReplaces() throws Exception {
    try (ExampleProcess example = java("streams/PostsByTopic.java")) {
      await()
          .atMost(Duration.ofSeconds(90))
          .untilAsserted(
              () -> assertThat(latest(example.lines())).contains("protest 2", "strike 1"));
    }
  }

  /** The last line of each topic. */
  private static List<String> latest(List<String> lines) {
    Map<String, String> latest = new TreeMap<>();
    lines.forEach(line -> latest.put(line.substring(0, line.indexOf(' ')), line));
    return List.copyOf(latest.values());
  }

  @Test
  void theJavaScriptConsumerKeepsTheSameTable() throws Exception {
    KafkaJs.assumeInstalled();
    Path script = ExampleProcess.EXAMPLES.resolve("javascript/latest-counts.js");
    List<String> command =
        KafkaJs.command(script, cluster.bootstrapServers(), cluster.registryUrl(), "--final");
    try (ExampleProcess example = ExampleProcess.start(directory, command)) {
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () ->
                  assertThat(
                          example.lines().stream()
                              .map(ConsumersIT::json)
                              .collect(
                                  Collectors.toMap(
                                      ConsumersIT::window,
                                      count ->
                                          count.get("posts").asInt()
                                              + " "
                                              + count.get("status").asText(),
                                      (before, after) -> after)))
                      .containsEntry("POSTED protest KE" + DAY, "2 CORRECTED")
                      .containsEntry("POSTED strike CL" + DAY, "1 FINAL"));
    }
  }

  private static String window(JsonNode count) {
    return "%s %s %s %s %d "
        .formatted(
            count.get("clock").asText(),
            count.get("topic").asText(),
            count.get("place").asText(),
            Instant.ofEpochMilli(count.get("windowStart").asLong()),
            count.get("windowSize").asLong());
  }

  @Test
  void theJavaScriptExampleNamesThePackagesThatItIsTriedWith() throws IOException {
    assertThat(json(ExampleProcess.EXAMPLES.resolve("javascript/package.json")).get("dependencies"))
        .isEqualTo(json(Path.of("src/test/kafkajs/package.json")).get("dependencies"));
  }

  @Test
  void everyRecordCarriesTheHeadersThatTheDocumentNames() throws Exception {
    Newsroom.article(articles.resolve("3.html"), "https://three.example/c", OLD_PROTEST);
    Earthquake.publish(KafkaSettings.from(Settings.load(Optional.empty(), Map.of(), settings())));
    run("divert");
    JsonNode messages = new YAMLMapper().readTree(Path.of("../docs/asyncapi.yaml").toFile());
    // Nobody is to be told of spikes here.
    Set<String> others = Set.of(Topics.DEAD_LETTERS.name(), Topics.ALERT_DELIVERIES.name());

    for (JsonNode channel : messages.get("channels")) {
      String topic = channel.get("address").asText();
      if (!others.contains(topic)) {
        String name = channel.get("messages").fieldNames().next();
        JsonNode headers = messages.at("/components/messages/" + name + "/headers");
        assertThat(read(topic))
            .as(topic)
            .isNotEmpty()
            .allSatisfy(record -> assertDescribed(headers(record), headers));
      }
    }
  }

  private static void assertDescribed(Map<String, String> found, JsonNode described) {
    described.get("required").forEach(required -> assertThat(found).containsKey(required.asText()));
    found.forEach(
        (name, value) -> {
          JsonNode header = described.at("/properties/" + name);
          assertThat(header.isMissingNode()).as(name).isFalse();
          if (header.has("const")) {
            assertThat(value).as(name).isEqualTo(header.get("const").asText());
          }
          if (header.has("pattern")) {
            assertThat(value).as(name).matches(header.get("pattern").asText());
          }
        });
  }

  @Test
  void theTimeOfAnEventIsItsRecordsTimestamp() throws Exception {
    for (Topic topic : List.of(Topics.POSTS, Topics.INCIDENTS, Topics.INCIDENT_COUNTS)) {
      assertThat(read(topic.name()))
          .allSatisfy(
              record ->
                  assertThat(Instant.parse(headers(record).get("ce_time")))
                      .isEqualTo(Instant.ofEpochMilli(record.timestamp())));
    }
  }

  @Test
  void enrichingTheSamePostsAgainGivesTheSameEventsTheSameIds() throws Exception {
    Map<String, Long> before = ids(Topics.INCIDENTS);
    assertThat(before).isNotEmpty().allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
      admin.deleteConsumerGroups(List.of("postwatch-enrich")).all().get();
    }

    run("accept");

    assertThat(ids(Topics.INCIDENTS).keySet()).isEqualTo(before.keySet());
    assertThat(ids(Topics.INCIDENTS)).allSatisfy((id, times) -> assertThat(times).isEqualTo(2));
  }

  /** How many records have each id. */
  private static Map<String, Long> ids(Topic topic) throws InterruptedException {
    return read(topic.name()).stream()
        .filter(record -> !new String(record.key(), UTF_8).equals(Earthquake.TOPIC))
        .map(record -> headers(record).get("ce_id"))
        .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
  }

  private static ExampleProcess java(String file, String... options) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of(cluster.bootstrapServers(), cluster.registryUrl()));
    arguments.addAll(List.of(options));
    return ExampleProcess.java(directory, file, arguments.toArray(String[]::new));
  }

  /** Reads the articles that are new; members leave their groups at its end. */
  private static void run(String lateness) throws InterruptedException {
    Map<String, String> settings = settings();
    settings.put("ingest.inputs", articles.toString());
    settings.put("ingest.instance", "one");
    settings.put("ingest.watch-lists", watchLists.toString());
    settings.put("aggregate.lateness", lateness);
    try (Pipeline pipeline =
        Pipeline.start(Settings.load(Optional.empty(), Map.of(), settings), true, new Reading())) {
      pipeline.drain();
    }
  }

  private static Map<String, String> settings() {
    return new HashMap<>(cluster.settings());
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(String topic)
      throws InterruptedException {
    Topic wanted =
        Topics.ALL.stream().filter(t -> t.name().equals(topic)).findFirst().orElseThrow();
    Map<TopicPartition, Long> ends;
    try (TopicAdmin admin =
        new TopicAdmin(KafkaSettings.from(Settings.load(Optional.empty(), Map.of(), settings())))) {
      ends = admin.ends(wanted);
    }
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                cluster.bootstrapServers(),
                "isolation.level",
                "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(ends.keySet());
      consumer.seekToBeginning(ends.keySet());
      while (ends.keySet().stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(50)).forEach(records::add);
      }
    }
    return records;
  }

  private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new TreeMap<>();
    record
        .headers()
        .forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
    return headers;
  }

  private static JsonNode json(Path file) throws IOException {
    return JSON.readTree(file.toFile());
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  /** Every article is readable. */
  private static final class Reading implements IngestObserver {
    @Override
    public void progress(Tally tally) {}

    @Override
    public void unreadable(String name, String reason) {
      throw new AssertionError(name + ": " + reason);
    }
  }
}

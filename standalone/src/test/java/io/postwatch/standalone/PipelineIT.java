// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.aggregate.LateReplay;
import io.postwatch.ingest.IngestObserver;
import io.postwatch.ingest.Tally;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Settings;
import io.postwatch.runtime.TopicAdmin;
import io.postwatch.schema.Clock;
import io.postwatch.schema.CountStatus;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.IncidentCountKey;
import io.postwatch.standalone.Newsroom.Post;
import io.postwatch.topics.Topic;
import io.postwatch.topics.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineIT {
  private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
  private static final Post PROTEST =
      Post.at(NOON, 1, "nairobi_now", "Huge protest in Kenya today #Nairobi");
  private static final Post STRIKE = Post.at(NOON, 2, "unions", "Dock workers on strike in Chile");

  @TempDir Path directory;
  private Path articles;
  private LocalCluster cluster;
  private final Map<String, String> unreadable = new TreeMap<>();

  @BeforeEach
  void start() throws Exception {
    articles = Files.createDirectory(directory.resolve("articles"));
    cluster = LocalCluster.start(Optional.of(directory.resolve("data")), 0, 0);
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void aPostInTwoArticlesIsOnePostAndTwoSightings() throws Exception {
    Newsroom.article(articles.resolve("1.html"), "https://one.example/a", PROTEST);
    Newsroom.article(articles.resolve("2.html"), "https://two.example/b", PROTEST);

    IncidentCount count = run().get("protest KE");

    assertThat(count.getPosts()).isEqualTo(1);
    assertThat(count.getSightings()).isEqualTo(2);
    assertThat(count.getAuthors()).isEqualTo(1);
    assertThat(count.getOutlets()).isEqualTo(2);
    assertThat(count.getStatus()).isEqualTo(CountStatus.FINAL);
    assertThat(count.getEvidence())
        .singleElement()
        .satisfies(evidence -> assertThat(evidence.getPostKey()).isEqualTo("x:" + PROTEST.id()));
  }

  @Test
  void theSamePageIsOneSightingHoweverOftenItIsRead() throws Exception {
    Path page = Newsroom.article(articles.resolve("1.html"), "https://one.example/a", PROTEST);
    Files.copy(page, articles.resolve("copy.html"));
    Map<String, IncidentCount> first = run();
    Files.copy(page, articles.resolve("later.html"));

    assertThat(run()).isEqualTo(first);
    assertThat(first.get("protest KE").getSightings()).isEqualTo(1);
  }

  @Test
  void aSecondRunAddsToTheFirstAndSaysThatTheCountWasCorrected() throws Exception {
    Newsroom.article(articles.resolve("1.html"), "https://one.example/a", PROTEST, STRIKE);
    run();
    Newsroom.article(articles.resolve("2.html"), "https://two.example/b", PROTEST);

    Map<String, IncidentCount> counts = run();

    assertThat(counts.get("protest KE").getSightings()).isEqualTo(2);
    assertThat(counts.get("protest KE").getStatus()).isEqualTo(CountStatus.CORRECTED);
    assertThat(counts.get("strike CL").getStatus()).isEqualTo(CountStatus.FINAL);
  }

  @Test
  void countingGoesOnWhereItWasWhenTheLocalStateIsLost() throws Exception {
    Newsroom.article(articles.resolve("1.html"), "https://one.example/a", PROTEST, STRIKE);
    run();
    deleteLocalState();
    Newsroom.article(articles.resolve("2.html"), "https://two.example/b", PROTEST);

    IncidentCount count = run().get("protest KE");

    assertThat(count.getPosts()).isEqualTo(1);
    assertThat(count.getSightings()).isEqualTo(2);
    assertThat(count.getOutlets()).isEqualTo(2);
  }

  @Test
  void anotherFilterReadsTheSameFilesAgain() throws Exception {
    Newsroom.article(articles.resolve("1.html"), "https://one.example/a", PROTEST, STRIKE);

    Map<String, IncidentCount> unions = run(Map.of("ingest.handles", "@Unions"));
    assertThat(unions).containsKey("strike CL").doesNotContainKey("protest KE");

    assertThat(run()).containsKeys("strike CL", "protest KE");
  }

  @Test
  void whatCannotBeReadIsADeadLetterWithItsReasonAndTheRestIsCounted() throws Exception {
    Files.write(articles.resolve("binary.bin"), new byte[] {1, 0, 2, 0, 3});
    Files.createFile(articles.resolve("empty.html"));
    Newsroom.article(articles.resolve("good.html"), "https://one.example/a", PROTEST);

    Map<String, IncidentCount> counts = run();

    assertThat(counts).containsKey("protest KE");
    assertThat(unreadable.keySet())
        .containsExactly(
            articles.resolve("binary.bin").toString(), articles.resolve("empty.html").toString());
    List<ConsumerRecord<byte[], byte[]>> letters = topics().bytes(Topics.DEAD_LETTERS);
    assertThat(letters).hasSize(2);
    assertThat(headers(letters.get(0)))
        .containsEntry("stage", "ingest")
        .containsEntry("source", articles.resolve("binary.bin").toString())
        .hasEntrySatisfying("error", error -> assertThat(error).contains("binary"));
    assertThat(letters.get(0).value()).containsExactly(1, 0, 2, 0, 3);
    assertThat(headers(letters.get(1)))
        .hasEntrySatisfying("error", error -> assertThat(error).contains("empty"));
  }

  @Test
  void aRecordThatIsNoPostOrIncidentStopsNothingAndIsKept() throws Exception {
    try (TopicAdmin admin = new TopicAdmin(KafkaSettings.from(settings(Map.of())))) {
      admin.create(Topics.ALL);
    }
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", cluster.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (Topic topic : List.of(Topics.POSTS, Topics.INCIDENTS)) {
        for (int partition = 0; partition < topic.partitions(); partition++) {
          producer.send(
              new ProducerRecord<>(
                  topic.name(), partition, null, "poison".getBytes(StandardCharsets.UTF_8)));
        }
      }
    }
    Newsroom.article(articles.resolve("1.html"), "https://one.example/a", PROTEST, STRIKE);

    assertThat(run()).containsKeys("protest KE", "strike CL");
    assertThat(topics().bytes(Topics.DEAD_LETTERS))
        .hasSize(Topics.POSTS.partitions() + Topics.INCIDENTS.partitions())
        .allSatisfy(
            letter -> {
              assertThat(letter.value()).isEqualTo("poison".getBytes(StandardCharsets.UTF_8));
              assertThat(headers(letter))
                  .containsEntry("offset", "0")
                  .containsKeys("partition", "error");
              assertThat(headers(letter).get("topic") + " in " + headers(letter).get("stage"))
                  .matches(
                      "postwatch.posts.v1 in postwatch-enrich"
                          + "|postwatch.incidents.v1 in postwatch-aggregate-v2");
            });
  }

  @Test
  void aDeletedPostIsSubtractedAndAnEditedOneCountedAsItsNewestVersionSays() throws Exception {
    long first = (NOON.toEpochMilli() << 16) + 1;
    Files.writeString(
        articles.resolve("1.jsonl"),
        status(first, null, "Huge protest in Kenya today")
            + status(first + 1, null, "Protest in Kenya spreads")
            + status(first + 2, null, "Dock workers on strike in Chile"));
    Map<String, IncidentCount> before = run();
    assertThat(before.get("protest KE").getPosts()).isEqualTo(2);
    Files.writeString(
        articles.resolve("2.jsonl"),
        "{\"event\": \"delete\", \"payload\": \"%d\"}\n".formatted(first)
            + status(first + 2, NOON.plusSeconds(60), "Dock workers on strike in Peru, not there"));

    Map<String, IncidentCount> counts = run();

    assertThat(counts.get("protest KE").getPosts()).isEqualTo(1);
    assertThat(counts.get("protest KE").getStatus()).isEqualTo(CountStatus.CORRECTED);
    assertThat(counts.get("strike CL").getPosts()).isZero();
    assertThat(counts.get("strike CL").getStatus()).isEqualTo(CountStatus.CORRECTED);
    assertThat(counts.get("strike PE").getPosts()).isEqualTo(1);
  }

  /** A line of a server's stream. */
  private static String status(long id, Instant editedAt, String text) {
    return """
        {"id": "%d", "created_at": "%s", "edited_at": %s, "content": "<p>%s</p>", \
        "url": "https://social.example/@ann/%d", "account": {"acct": "ann%d"}}
        """
        .formatted(id, NOON, editedAt == null ? null : "\"" + editedAt + "\"", text, id, id % 10);
  }

  @Test
  void whatCameLateCountsOnceItIsReplayed() throws Exception {
    Map<String, String> live = Map.of("aggregate.lateness", "divert");
    Post yearsOld =
        Post.at(NOON.minus(Duration.ofDays(900)), 3, "kisumu", "Huge protest in Kenya over fuel");
    Newsroom.article(articles.resolve("1.html"), "https://one.example/a", PROTEST);
    run(live);
    Newsroom.article(articles.resolve("2.html"), "https://two.example/b", yearsOld);
    run(live);
    assertThat(dayOf(yearsOld)).isEmpty();

    LateReplay replay = new LateReplay(KafkaSettings.from(settings(live)));
    assertThat(replay.run()).isEqualTo(1);
    run(live);

    assertThat(dayOf(yearsOld))
        .hasValueSatisfying(count -> assertThat(count.getPosts()).isEqualTo(1))
        .hasValueSatisfying(count -> assertThat(count.getStatus()).isEqualTo(CountStatus.FINAL));
    assertThat(replay.run()).as("what has been replayed").isZero();
  }

  /** The count over all places of the day on which a post was written. */
  private Optional<IncidentCount> dayOf(Post post) throws Exception {
    return topics().<IncidentCountKey, IncidentCount>keyedRecords(Topics.INCIDENT_COUNTS).stream()
        .filter(record -> record.key().getClock() == Clock.POSTED)
        .filter(record -> record.key().getPlace().isEmpty())
        .filter(record -> record.key().getWindowSize() == Duration.ofDays(1).toMillis())
        .filter(
            record ->
                record.key().getWindowStart().equals(post.writtenAt().truncatedTo(ChronoUnit.DAYS)))
        .map(ConsumerRecord::value)
        .reduce((earlier, latest) -> latest);
  }

  /** Runs the pipeline over the articles to its end, and gives the counts of a day. */
  private Map<String, IncidentCount> run() throws Exception {
    return run(Map.of());
  }

  private Map<String, IncidentCount> run(Map<String, String> options) throws Exception {
    try (Pipeline pipeline = Pipeline.start(settings(options), true, new Listener())) {
      pipeline.drain();
    }
    Map<String, IncidentCount> counts = new HashMap<>();
    for (ConsumerRecord<IncidentCountKey, IncidentCount> record :
        topics().<IncidentCountKey, IncidentCount>keyedRecords(Topics.INCIDENT_COUNTS)) {
      IncidentCountKey key = record.key();
      if (key.getWindowSize() == Duration.ofDays(1).toMillis()) {
        counts.put(key.getTopic() + " " + key.getPlace(), record.value());
      }
    }
    return counts;
  }

  private Settings settings(Map<String, String> options) {
    Map<String, String> all = new HashMap<>(Pipeline.settings());
    all.putAll(cluster.settings());
    all.put("ingest.inputs", articles.toString());
    all.put("aggregate.lateness", "accept");
    all.putAll(options);
    return Settings.load(Optional.empty(), Map.of(), all);
  }

  private TopicReader topics() {
    return new TopicReader(KafkaSettings.from(settings(Map.of())));
  }

  private void deleteLocalState() throws IOException {
    Path state = Path.of(cluster.settings().get("state-dir"));
    assertThat(state).isNotEmptyDirectory();
    try (Stream<Path> files = Files.walk(state)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new TreeMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    return headers;
  }

  /** Remembers what could not be read. */
  private final class Listener implements IngestObserver {
    @Override
    public void progress(Tally tally) {}

    @Override
    public void unreadable(String name, String reason) {
      unreadable.put(name, reason);
    }
  }
}

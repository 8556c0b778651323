// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postwatch.aggregate.AggregateConfig;
import io.postwatch.aggregate.AggregateStage;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Settings;
import io.postwatch.schema.Article;
import io.postwatch.schema.Clock;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentPlace;
import io.postwatch.schema.Span;
import io.postwatch.schema.Spike;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import io.postwatch.topics.Topic;
import io.postwatch.topics.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path directory;
  private LocalCluster cluster;
  private WebhookReceiver receiver;
  private Path rules;
  private final List<AggregateStage> stages = new ArrayList<>();

  @BeforeEach
  void startCluster() throws Exception {
    cluster = LocalCluster.start(Optional.of(directory.resolve("data")), 0, 0);
    receiver = WebhookReceiver.start();
    rules = directory.resolve("alerts.yaml");
    rules("- {name: desk, webhook: '%s'}".formatted(receiver.url()));
  }

  @AfterEach
  void stopAll() {
    stages.forEach(AggregateStage::close);
    receiver.close();
    cluster.close();
  }

  private void rules(String list) throws IOException {
    Files.writeString(rules, "alerts:\n  " + list + "\n");
  }

  private Settings settings(String name) {
    Map<String, String> settings = new HashMap<>(cluster.settings());
    settings.put("state-dir", directory.resolve("state-" + name).toString());
    settings.put("aggregate.alerts", rules.toString());
    settings.put("http.port", "0");
    return Settings.load(Optional.empty(), Map.of(), settings);
  }

  private AggregateStage start(String name) throws InterruptedException {
    AggregateStage stage = AggregateStage.start(AggregateConfig.from(settings(name)));
    stages.add(stage);
    return stage;
  }

  private void publish(Topic topic, String key, SpecificRecord value) throws Exception {
    Serializer<SpecificRecord> values =
        KafkaSettings.from(settings("any")).valueSerde().serializer();
    publish(topic, key, values.serialize(topic.name(), value));
  }

  private void publish(Topic topic, String key, byte[] value) throws Exception {
    Map<String, Object> properties = KafkaSettings.from(settings("any")).producerProperties();
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic.name(), key.getBytes(UTF_8), value)).get();
    }
  }

  private void publishSpike(String topic, Instant startedAt, long observed) throws Exception {
    Instant now = now();
    publish(
        Topics.SPIKES,
        topic,
        Spike.newBuilder()
            .setTopic(topic)
            .setPlace("NO")
            .setClock(Clock.SEEN)
            .setWindowSize(Duration.ofMinutes(5).toMillis())
            .setStartedAt(startedAt)
            .setCountedUntil(now)
            .setUpdatedAt(now)
            .setObserved(observed)
            .setExpected(1.5)
            .setScore(3)
            .build());
  }

  /** Records carry milliseconds. */
  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(60));
  }

  /** All that was published before has been handled by then: topics go in order. */
  private void told(String... topics) {
    soon().untilAsserted(() -> assertThat(receiver.topics()).contains(topics));
  }

  private static HttpResponse<String> send(AggregateStage stage, String method, String path)
      throws IOException, InterruptedException {
    URI address = stage.address().orElseThrow().resolve("/api/v1/alerts" + path);
    return HTTP.send(
        HttpRequest.newBuilder(address).method(method, BodyPublishers.noBody()).build(),
        BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }

  @Test
  void aSpikeIsToldOnceThoughItGrowsAndTheStageStartsAgain() throws Exception {
    Instant start = now();
    AggregateStage first = start("a");
    publishSpike("flood", start, 10);
    told("flood");
    publishSpike("flood", start, 20);
    first.close();

    start("a");
    publishSpike("flood", start, 30);
    publishSpike("strike", start, 10);
    told("strike");

    assertThat(receiver.topics()).containsExactly("flood", "strike");
  }

  @Test
  void whatCouldNotBeDeliveredIsDeliveredByASuccessor() throws Exception {
    receiver.answer(503);
    AggregateStage first = start("a");
    publishSpike("flood", now(), 10);
    told("flood");
    first.close();
    int tries = receiver.received().size();

    receiver.answer(200);
    AggregateStage second = start("b");
    soon().until(() -> receiver.received().size() > tries);
    soon()
        .untilAsserted(
            () ->
                assertThat(json(send(second, "GET", "")).at("/items/0/lastDelivery/ok").asBoolean())
                    .isTrue());

    List<JsonNode> received = receiver.received();
    assertThat(received.get(received.size() - 1).get("id")).isEqualTo(received.get(0).get("id"));
  }

  @Test
  void ofTwoInstancesOneTellsASpikeThoughOneLeaves() throws Exception {
    AggregateStage one = start("one");
    start("two");
    Instant start = now();
    List<String> topics = IntStream.range(0, 20).mapToObj(i -> "topic" + i).toList();
    for (String topic : topics.subList(0, 10)) {
      publishSpike(topic, start, 10);
    }
    one.close();
    for (String topic : topics) {
      publishSpike(topic, start, 20);
    }

    told(topics.toArray(String[]::new));
    assertThat(receiver.topics()).containsExactlyInAnyOrderElementsOf(topics);
  }

  @Test
  void aRuleOfAWatchListIsToldWhenItsPostsTakePart() throws Exception {
    rules(
        "- {name: desk, webhook: '%s', watch-list: rivers, least-posts: 2}"
            .formatted(receiver.url()));
    start("a");
    Instant start = now().minusSeconds(60);
    publish(Topics.INCIDENTS, "flood", incident(1, "rivers"));
    publish(Topics.INCIDENTS, "flood", incident(2, "rivers"));
    publish(Topics.INCIDENTS, "strike", incident(3, "rivers"));
    publish(Topics.INCIDENTS, "strike", incident(4, "others"));

    soon()
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(
            () -> {
              publishSpike("strike", start, 10);
              publishSpike("flood", start, 10);
              assertThat(receiver.topics()).contains("flood");
            });

    assertThat(receiver.topics()).containsExactly("flood");
  }

  private static Incident incident(int number, String watchList) {
    Instant at = now();
    return Incident.newBuilder()
        .setPostKey("x:" + number)
        .setPlatform("x")
        .setTopic(number < 3 ? "flood" : "strike")
        .setWatchLists(List.of(watchList))
        .setConfidence(0.9)
        .setPlace(
            IncidentPlace.newBuilder()
                .setGeonameId(7L)
                .setName("Norvik")
                .setCountry("NO")
                .setKind("CITY")
                .build())
        .setEvidence(List.of(new Span("high water", 0, 10)))
        .setHandle("witness" + number)
        .setArticle(
            Article.newBuilder()
                .setKey("https://news.example/" + number)
                .setOutlet("news.example")
                .build())
        .setPostedAt(at)
        .setPostedAtPrecision(TimePrecision.SECOND)
        .setPostedAtSource(TimeSource.ID)
        .setIngestedAt(at)
        .build();
  }

  @Test
  void whatIsNoSpikeIsADeadLetterAndStopsNothing() throws Exception {
    start("a");
    publish(Topics.SPIKES, "flood", "no spike".getBytes(UTF_8));
    publishSpike("flood", now(), 10);

    told("flood");

    assertThat(
            new TopicReader(KafkaSettings.from(settings("any")))
                .bytes(Topics.DEAD_LETTERS).stream()
                    .map(letter -> new String(letter.value(), UTF_8)))
        .containsExactly("no spike");
  }

  @Test
  void rulesAreListedAndTriedOverHttp() throws Exception {
    AggregateStage stage = start("a");

    JsonNode rule = json(send(stage, "GET", "")).at("/items/0");
    assertThat(rule.get("name").asText()).isEqualTo("desk");
    assertThat(rule.get("format").asText()).isEqualTo("json");
    assertThat(rule.get("lastDelivery").isNull()).isTrue();
    assertThat(rule.toString()).doesNotContain("hook");

    HttpResponse<String> delivered = send(stage, "POST", "/desk/test");
    assertThat(delivered.statusCode()).isEqualTo(200);
    assertThat(json(delivered).get("delivered").asBoolean()).isTrue();
    assertThat(receiver.received())
        .singleElement()
        .satisfies(body -> assertThat(body.get("test").asBoolean()).isTrue());

    receiver.answer(404);
    HttpResponse<String> refused = send(stage, "POST", "/desk/test");
    assertThat(refused.statusCode()).isEqualTo(502);
    assertThat(json(refused).get("detail").asText())
        .isEqualTo("The test was not delivered: the webhook at 127.0.0.1 answered: HTTP 404.");
    assertThat(send(stage, "POST", "/nobody/test").statusCode()).isEqualTo(404);
  }

  @Test
  void pagesOfOthersCannotHaveAlertsTried() throws Exception {
    AggregateStage stage = start("a");
    URI test = stage.address().orElseThrow().resolve("/api/v1/alerts/desk/test");

    HttpResponse<String> foreign =
        HTTP.send(
            HttpRequest.newBuilder(test)
                .header("Origin", "https://evil.example")
                .POST(BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());
    HttpResponse<String> own =
        HTTP.send(
            HttpRequest.newBuilder(test)
                .header("Origin", "http://" + test.getAuthority())
                .POST(BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());

    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(own.statusCode()).isEqualTo(200);
    assertThat(receiver.received()).hasSize(1);
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.aggregate.AggregateConfig;
import io.postwatch.aggregate.AggregateStage;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Settings;
import io.postwatch.schema.Article;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentPlace;
import io.postwatch.schema.Span;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import io.postwatch.topics.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of the aggregate stage, of which each counts some topics. */
class TwoInstancesIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration OFTEN = Duration.ofMillis(200);
  private static final Duration SPAN = Duration.ofHours(12);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> TOPICS =
      List.of("protest", "flood", "crime", "earthquake", "fire", "strike", "accident", "weather");

  @TempDir Path directory;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Instant seen = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private LocalCluster cluster;
  private AggregateStage one;
  private AggregateStage two;

  @BeforeEach
  void start() throws Exception {
    cluster = LocalCluster.start(Optional.of(directory.resolve("data")), 0, 0);
    one = stage("one");
    two = stage("two");
    await().atMost(SOON).until(() -> one.isWorking() && two.isWorking());
    publish();
    for (AggregateStage stage : List.of(one, two)) {
      await()
          .atMost(SOON)
          .pollInterval(OFTEN)
          .ignoreExceptions()
          .until(() -> posts(stage), sum -> sum == 3L * TOPICS.size());
      // They are found about a second after they are counted.
      await()
          .atMost(SOON)
          .pollInterval(OFTEN)
          .ignoreExceptions()
          .until(() -> incidents(stage), number -> number == 3 * TOPICS.size());
    }
  }

  @AfterEach
  void stop() {
    two.close();
    one.close();
    cluster.close();
  }

  private AggregateStage stage(String name) throws InterruptedException {
    Map<String, String> options = new HashMap<>(settings());
    options.put("state-dir", directory.resolve(name).toString());
    options.put("http.port", "0");
    return AggregateStage.start(AggregateConfig.from(settings(options)));
  }

  private Map<String, String> settings() {
    return cluster.settings();
  }

  private static Settings settings(Map<String, String> options) {
    return Settings.load(Optional.empty(), Map.of(), options);
  }

  @Test
  void everyQuestionIsAnsweredTheSameByEitherAndByTheOneThatIsLeft() throws Exception {
    assertThat(List.of(share(one), share(two))).as("topics of each").doesNotContain(0);
    // Of days, and at times that are named: in silence clocks go on and hours close.
    String at = "at=" + seen;
    String range = "from=" + seen.minus(SPAN) + "&to=" + seen.plus(SPAN);
    List<String> questions =
        List.of(
            "/topics?" + at,
            "/counts?place=*&limit=1000&size=1d&" + range,
            "/counts?topic=flood&clock=posted&size=1d&" + range,
            "/counts?topic=crime&topic=flood&size=1d&" + range,
            "/series?size=1m&" + range,
            "/series?topic=fire&" + range,
            "/top?by=authors&limit=3&" + at,
            "/places?size=1d&" + range,
            "/watch-lists?" + at,
            "/incidents?place=KZ&" + range,
            "/incidents?topic=flood&clock=posted&" + range,
            "/posts?handle=authorflood0",
            "/rising?topic=flood",
            "/spikes?" + range);
    Map<String, String> answers = new HashMap<>();
    for (String question : questions) {
      String answer = ask(one, question);
      assertThat(ask(two, question)).as(question).isEqualTo(answer);
      answers.put(question, answer);
    }
    assertThat(status(one)).isEqualTo(status(two));

    two.close();

    for (String question : questions) {
      await()
          .atMost(SOON)
          .pollInterval(OFTEN)
          .until(() -> get(one, question), answer -> isComplete(answer, answers.get(question)));
    }
  }

  /** Whether there is an answer; then it must be the whole one, and until then there is none. */
  private static boolean isComplete(HttpResponse<String> answer, String expected) {
    if (answer.statusCode() == 503) {
      assertThat(answer.headers().firstValue("Retry-After")).contains("1");
      return false;
    }
    assertThat(answer.body()).isEqualTo(expected);
    return true;
  }

  private JsonNode status(AggregateStage stage) throws Exception {
    ObjectNode status = (ObjectNode) JSON.readTree(ask(stage, "/status"));
    assertThat(status.get("instances").asInt()).isEqualTo(2);
    return status.without(List.of("now"));
  }

  private long posts(AggregateStage stage) throws Exception {
    long posts = 0;
    for (JsonNode topic : JSON.readTree(ask(stage, "/topics")).get("items")) {
      posts += topic.get("posts").asLong();
    }
    return posts;
  }

  private int incidents(AggregateStage stage) throws Exception {
    return JSON.readTree(ask(stage, "/incidents?limit=1000")).get("items").size();
  }

  /** How many topics an instance counts itself. */
  private int share(AggregateStage stage) throws Exception {
    return JSON.readTree(ask(stage, "/topics", "Postwatch-Forwarded", "1")).get("topics").size();
  }

  private String ask(AggregateStage stage, String question, String... headers) throws Exception {
    HttpResponse<String> answer = get(stage, question, headers);
    assertThat(answer.statusCode()).as(question + ": " + answer.body()).isEqualTo(200);
    return answer.body();
  }

  private HttpResponse<String> get(AggregateStage stage, String question, String... headers)
      throws Exception {
    URI uri = URI.create(stage.address().orElseThrow() + "/api/v1" + question);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** Three posts on each topic, all seen now. */
  private void publish() throws Exception {
    KafkaSettings kafka = KafkaSettings.from(settings(settings()));
    try (KafkaProducer<String, Incident> producer =
        new KafkaProducer<>(
            kafka.producerProperties(),
            new StringSerializer(),
            kafka.<Incident>valueSerde().serializer())) {
      for (String topic : TOPICS) {
        for (int post = 0; post < 3; post++) {
          Incident incident = incident(topic, topic + post);
          producer.send(new ProducerRecord<>(Topics.INCIDENTS.name(), topic, incident)).get();
        }
      }
    }
  }

  private Incident incident(String topic, String post) {
    return Incident.newBuilder()
        .setPostKey("x:" + post)
        .setPlatform("x")
        .setTopic(topic)
        .setConfidence(0.9)
        .setEvidence(List.of(new Span("as it says", 0, 10)))
        .setHandle("author" + post)
        .setUrl("https://x.example/" + post)
        .setArticle(
            Article.newBuilder()
                .setKey(post)
                .setUrl("https://news.example/" + post)
                .setOutlet("The Times of " + post)
                .build())
        .setPlace(
            IncidentPlace.newBuilder()
                .setGeonameId(1_526_384L)
                .setName("Almaty")
                .setCountry("KZ")
                .setKind("CITY")
                .build())
        .setPostedAt(seen.minusSeconds(60))
        .setPostedAtPrecision(TimePrecision.MILLIS)
        .setPostedAtSource(TimeSource.ID)
        .setIngestedAt(seen)
        .build();
  }
}

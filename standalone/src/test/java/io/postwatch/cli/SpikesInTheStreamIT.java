// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
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
import io.postwatch.standalone.LocalCluster;
import io.postwatch.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Four days of incidents, of which the third saw a story, and what {@code spikes} tells of them.
 */
class SpikesInTheStreamIT {
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final int INTERVALS = 4 * 288;
  private static final int STORY = 3 * 288;
  private static final Instant FIRST =
      Instant.now()
          .truncatedTo(ChronoUnit.HOURS)
          .minus(INTERVAL.multipliedBy(INTERVALS))
          .minus(Duration.ofHours(1));

  private static LocalCluster cluster;
  private static AggregateStage stage;
  private static PostwatchProcess follow;

  @BeforeAll
  static void publish() throws Exception {
    cluster = LocalCluster.start(Optional.empty(), 0, 0);
    Settings settings = Settings.load(Optional.empty(), Map.of(), cluster.settings());
    stage = AggregateStage.start(AggregateConfig.from(settings));
    follow = PostwatchProcess.start(arguments("--follow", "--json", "--place", "Norvik"));
    KafkaSettings kafka = KafkaSettings.from(settings);
    try (Producer<String, Incident> producer =
        new KafkaProducer<>(
            kafka.producerProperties(),
            new StringSerializer(),
            kafka.<Incident>valueSerde().serializer())) {
      for (int interval = 0; interval < INTERVALS; interval++) {
        int number = interval == STORY || interval == STORY + 1 ? 30 : 1;
        for (int i = 0; i < number; i++) {
          Incident incident = incident(interval, i);
          producer.send(
              new ProducerRecord<>(Topics.INCIDENTS.name(), incident.getTopic(), incident));
        }
      }
    }
    await().atMost(SOON).until(() -> follow.out().contains("\"isOver\":true"));
  }

  @AfterAll
  static void stop() throws Exception {
    follow.close();
    stage.close();
    cluster.close();
  }

  @Test
  void whoFollowsIsToldThatItBeginsGrowsAndEnds() throws Exception {
    List<JsonNode> told = new PostwatchProcess.Result(0, follow.out(), "").json();

    assertThat(told).hasSizeGreaterThanOrEqualTo(3);
    assertThat(told).extracting(spike -> spike.get("start").asText()).containsOnly(at(STORY));
    assertThat(told.get(0).get("observed").asInt()).isEqualTo(30);
    assertThat(told.get(1).get("observed").asInt()).isEqualTo(60);
    assertThat(told).filteredOn(spike -> spike.get("isOver").asBoolean()).hasSize(1);
  }

  @Test
  void theListHasTheLatestOfEachSpike() throws Exception {
    List<JsonNode> spikes = PostwatchProcess.run(arguments("--json")).json();

    assertThat(spikes)
        .extracting(spike -> spike.get("placeName").asText())
        .containsExactly("null", "Norvik", "Norway");
    JsonNode spike = spikes.get(1);
    assertThat(spike.fieldNames())
        .toIterable()
        .containsExactly(
            "topic",
            "place",
            "placeName",
            "start",
            "end",
            "observed",
            "expected",
            "score",
            "isOver",
            "authors",
            "outlets",
            "updatedAt",
            "evidence");
    assertThat(spike.get("place").asText()).isEqualTo("7");
    assertThat(spike.get("isOver").asBoolean()).isTrue();
    assertThat(spike.get("authors").asInt()).isGreaterThanOrEqualTo(60);
    assertThat(spike.get("evidence")).hasSize(5);
    assertThat(spike.at("/evidence/0/text").asText()).isEqualTo("houses collapsed");
  }

  @Test
  void filtersCanBePutTogether() throws Exception {
    assertThat(spikes("--topic", "earthquake", "--place", "all")).hasSize(1);
    assertThat(spikes("--topic", "flood")).isEmpty();
    assertThat(spikes("--at", at(STORY), "--place", "NO")).hasSize(1);
    assertThat(spikes("--at", at(STORY - 1))).isEmpty();
    assertThat(spikes("--since", at(STORY))).hasSize(3);
    assertThat(spikes("--since", at(STORY + 144))).isEmpty();
    assertThat(spikes("--lasting")).isEmpty();
  }

  @Test
  void forPeopleItIsATable() throws Exception {
    PostwatchProcess.Result table = PostwatchProcess.run(arguments("--place", "NO"));

    assertThat(table.out().lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("START (UTC)")
        .endsWith("SAYING");
    assertThat(table.out()).contains("earthquake", "Norway", "houses collapsed");
  }

  private static List<JsonNode> spikes(String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("--json");
    return PostwatchProcess.run(arguments(all.toArray(String[]::new))).json();
  }

  private static Object[] arguments(String... options) {
    List<Object> all =
        new ArrayList<>(
            List.of(
                "spikes",
                "--bootstrap-servers",
                cluster.bootstrapServers(),
                "--schema-registry",
                cluster.registryUrl()));
    all.addAll(List.of(options));
    return all.toArray();
  }

  private static String at(int interval) {
    return FIRST.plus(INTERVAL.multipliedBy(interval)).toString();
  }

  /** A post of its own account in an article of its own. */
  private static Incident incident(int interval, int number) {
    String name = interval + "-" + number;
    Instant at = FIRST.plus(INTERVAL.multipliedBy(interval)).plusSeconds(number);
    return Incident.newBuilder()
        .setPostKey("x:" + name)
        .setPlatform("x")
        .setTopic("earthquake")
        .setConfidence(0.9)
        .setPlace(
            IncidentPlace.newBuilder()
                .setGeonameId(7L)
                .setName("Norvik")
                .setCountry("NO")
                .setKind("CITY")
                .build())
        .setEvidence(List.of(new Span("houses collapsed", 0, 16)))
        .setHandle("witness" + name)
        .setArticle(
            Article.newBuilder()
                .setKey("https://news.example/" + name)
                .setOutlet("outlet " + number % 4)
                .build())
        .setPostedAt(at)
        .setPostedAtPrecision(TimePrecision.SECOND)
        .setPostedAtSource(TimeSource.ID)
        .setIngestedAt(at)
        .build();
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.postwatch.aggregate.AggregateConfig;
import io.postwatch.aggregate.AggregateStage;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Settings;
import io.postwatch.standalone.Earthquake;
import io.postwatch.standalone.LocalCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Four days of incidents, of which the third saw a story, and what {@code spikes} tells of them.
 */
class SpikesInTheStreamIT {
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final int STORY = Earthquake.STORY;

  private static LocalCluster cluster;
  private static AggregateStage stage;
  private static PostwatchProcess follow;

  @BeforeAll
  static void publish() throws Exception {
    cluster = LocalCluster.start(Optional.empty(), 0, 0);
    Settings settings = Settings.load(Optional.empty(), Map.of(), cluster.settings());
    stage = AggregateStage.start(AggregateConfig.from(settings));
    follow = PostwatchProcess.start(arguments("--follow", "--json", "--place", "Norvik"));
    Earthquake.publish(KafkaSettings.from(settings));
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
    return Earthquake.at(interval).toString();
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import static io.postwatch.aggregate.Incidents.NOON;
import static io.postwatch.aggregate.Incidents.at;
import static io.postwatch.aggregate.Incidents.city;
import static io.postwatch.aggregate.Incidents.incident;
import static io.postwatch.aggregate.Incidents.seenAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.postwatch.aggregate.AggregateRun;
import io.postwatch.aggregate.Rules;
import io.postwatch.schema.Incident;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Floods are counted by one instance, everything else by the other, and either can be asked. */
class TwoInstancesTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final AggregateRun floods = AggregateRun.of(Rules.both());
  private final AggregateRun others = AggregateRun.of(Rules.both());
  private final Instance one = Instance.start();
  private final Instance two = Instance.start();

  @BeforeEach
  void start() {
    one.answerFrom(new Pair(floods.state(0), 0, two.address(), TwoInstancesTest::partition));
    two.answerFrom(new Pair(others.state(1), 1, one.address(), TwoInstancesTest::partition));
    floods.see(about("flood", "1"), at(about("flood", "2"), city(1526384, "Almaty", "KZ")));
    others.see(
        about("protest", "3"),
        about("crime", "4"),
        about("crime", "5"),
        at(about("crime", "6"), city(1526384, "Almaty", "KZ")));
    others.pass(HOUR);
    others.see(seenAt(about("crime", "7"), NOON.plus(HOUR)));
  }

  @AfterEach
  void stop() {
    one.close();
    two.close();
    floods.close();
    others.close();
  }

  private static int partition(String topic) {
    return topic.equals("flood") ? 0 : 1;
  }

  private static Incident about(String topic, String post) {
    return Incident.newBuilder(incident(post, "of " + post)).setTopic(topic).build();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/topics",
        "/counts",
        "/counts?place=*",
        "/counts?place=KZ&clock=posted&size=1d",
        "/counts?topic=flood",
        "/counts?topic=crime",
        "/counts?topic=crime&topic=flood&limit=2",
        "/series?size=1m",
        "/series?topic=flood",
        "/top?at=2031-05-06T12:00:00Z&by=sightings",
        "/places?size=1d",
        "/places?topic=flood&size=1d",
        "/watch-lists"
      })
  void eitherGivesTheSameAnswer(String question) {
    HttpResponse<String> answer = one.get(question);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(two.get(question))
        .returns(answer.body(), HttpResponse::body)
        .returns(answer.headers().firstValue("ETag"), other -> other.headers().firstValue("ETag"));
  }

  @Test
  void anAnswerHasWhatBothHaveCounted() {
    assertThat(one.ask("/topics").get("items"))
        .extracting(topic -> topic.get("topic").asText() + " " + topic.get("posts"))
        .containsExactly("crime 4", "flood 2", "protest 1");
  }

  @Test
  void whatNobodyGivesIsWhatTheLatestOfBothSays() {
    JsonNode top = one.ask("/top");

    assertThat(top.get("items"))
        .extracting(item -> item.get("topic").asText(), item -> item.get("previous").asInt())
        .containsExactly(tuple("crime", 3));
  }

  @Test
  void pagesFollowEachOtherWhicheverInstanceGivesThem() {
    List<JsonNode> paged = new ArrayList<>();
    String question = "/counts?place=*&size=1d&limit=1";
    for (String cursor = ""; cursor != null; ) {
      Instance asked = paged.size() % 2 == 0 ? one : two;
      JsonNode page = asked.ask(question + cursor);
      page.get("items").forEach(paged::add);
      cursor = page.get("next").isNull() ? null : "&cursor=" + page.get("next").asText();
      assertThat(paged).hasSizeLessThan(10);
    }

    assertThat(paged)
        .containsExactlyElementsOf(one.ask("/counts?place=*&size=1d").get("items"))
        .extracting(count -> count.get("topic").asText() + " " + count.get("place").asText())
        .containsExactly("crime KZ", "crime 1526384", "flood KZ", "flood 1526384");
  }

  @Test
  void whileTheOtherDoesNotAnswerTheQuestionIsToBeAskedAgain() {
    two.close();

    assertThat(one.get("/counts?topic=flood").statusCode()).isEqualTo(503);
    HttpResponse<String> answer = one.get("/top");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(Instance.json(answer).get("detail").asText())
        .startsWith("The instance at " + two.address() + " does not answer");
  }

  @Test
  void whileNobodyHoldsAPartitionTheQuestionIsToBeAskedAgain() {
    one.answerFrom(new Alone(others.state(1)));

    HttpResponse<String> answer = one.get("/topics");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(Instance.json(answer).get("detail").asText())
        .isEqualTo("The counts cannot be read while tasks start or move; ask again in a second.");
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import static io.postwatch.aggregate.EnrichedPosts.deleted;
import static io.postwatch.aggregate.EnrichedPosts.post;
import static io.postwatch.aggregate.Incidents.NOON;
import static io.postwatch.aggregate.Incidents.at;
import static io.postwatch.aggregate.Incidents.city;
import static io.postwatch.aggregate.Incidents.incident;
import static io.postwatch.aggregate.Incidents.seenAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.postwatch.aggregate.Rules;
import io.postwatch.aggregate.ViewRun;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentPlace;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Incidents of floods are known to one instance, all else to the other, and either can be asked.
 */
class ShownByTwoInstancesTest {
  private static final IncidentPlace ALMATY =
      IncidentPlace.newBuilder(city(1526384, "Almaty", "KZ"))
          .setLatitude(43.25)
          .setLongitude(76.95)
          .build();

  private final ViewRun floods = ViewRun.of(Rules.both());
  private final ViewRun others = ViewRun.of(Rules.both());
  private final Instance one = Instance.start(Optional.of(floods.shown()));
  private final Instance two = Instance.start(Optional.of(others.shown()));

  @BeforeEach
  void start() {
    one.answerFrom(new Pair(floods.state(), 0, two.address(), ShownByTwoInstancesTest::partition));
    two.answerFrom(
        new Pair(
            new Elsewhere(others.state(), 1),
            1,
            one.address(),
            ShownByTwoInstancesTest::partition));
    for (int i = 1; i <= 5; i++) {
      Incident flood = about("flood", "" + i);
      floods.see(seenAt(i == 2 ? at(flood, ALMATY) : flood, NOON.plusSeconds(i)));
    }
    others.see(seenAt(about("crime", "2"), NOON.plusSeconds(2)));
    others.see(at(about("crime", "7"), ALMATY));
    for (int i = 1; i <= 7; i++) {
      others.see(post("" + i, "waters rise in street " + i, "of " + i));
    }
    others.see(deleted(post("7", "", "of 7"), NOON.plusSeconds(50)));
    floods.await();
    others.await();
  }

  @AfterEach
  void stop() {
    one.close();
    two.close();
    floods.close();
    others.close();
  }

  private static int partition(String key) {
    return key.equals("flood") ? 0 : 1;
  }

  private static Incident about(String topic, String post) {
    return Incident.newBuilder(incident(post, "of " + post)).setTopic(topic).build();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/incidents",
        "/incidents?topic=flood",
        "/incidents?topic=crime&topic=flood&place=KZ",
        "/incidents?clock=posted&from=2031-05-06T12:00:00Z&to=2031-05-06T13:00:00Z&limit=3",
        "/incidents?platform=bluesky",
        "/posts?q=waters",
        "/posts?handle=@author3",
        "/posts?key=x%3A1&key=x%3A4&key=x%3A99",
        "/posts/x%3A2",
        "/posts/x%3A7",
        "/places?size=1d"
      })
  void anythingIsAnsweredAlikeByEither(String question) {
    JsonNode answer = one.ask(question);

    assertThat(answer).isEqualTo(two.ask(question));
    assertThat(Described.faults(path(question), 200, answer)).isEmpty();
  }

  private static String path(String question) {
    return question.replaceAll("\\?.*", "").replaceAll("/posts/.*", "/posts/{key}");
  }

  @Test
  void anIncidentHasTheTextOfItsPostWhichAnotherInstanceKnows() {
    JsonNode incident = one.ask("/incidents?topic=flood&place=1526384").get("items").get(0);

    assertThat(incident.get("post").textValue()).isEqualTo("x:2");
    assertThat(incident.get("text").textValue()).isEqualTo("waters rise in street 2");
    assertThat(incident.get("evidence").get(0).get("text").textValue()).isEqualTo("crowds march");
    assertThat(incident.get("place").get("country").textValue()).isEqualTo("KZ");
    assertThat(incident.get("place").get("latitude").doubleValue()).isEqualTo(43.25);
    assertThat(incident.get("seenAt").textValue()).isEqualTo("2031-05-06T12:00:02Z");
    assertThat(incident.get("sightings").intValue()).isEqualTo(1);
    assertThat(incident.get("articles").get(0).get("url").textValue())
        .isEqualTo("https://news.example/of 2");
    assertThat(incident.get("retraction").isNull()).isTrue();
  }

  @Test
  void aPageOfManyIncidentsHasAllTextsThoughOneRequestCannotAskForThem() {
    for (int i = 10; i < 260; i++) {
      floods.see(about("flood", "" + i));
      others.see(post("" + i, "waters rise in street " + i, "of " + i));
    }
    floods.await();

    JsonNode items = one.ask("/incidents?topic=flood&limit=1000").get("items");

    assertThat(items).hasSize(255).allMatch(incident -> incident.get("text").isTextual());
  }

  @Test
  void onePostIsShownWithAllThatItReports() {
    JsonNode post = two.ask("/posts/x%3A2");

    assertThat(post.get("text").textValue()).isEqualTo("waters rise in street 2");
    assertThat(post.get("topics").get(0).get("end").intValue()).isEqualTo(6);
    assertThat(post.get("articles")).hasSize(1);
    List<String> topics = new ArrayList<>();
    post.get("incidents").forEach(incident -> topics.add(incident.get("topic").textValue()));
    assertThat(topics).containsExactlyInAnyOrder("flood", "crime");
  }

  @Test
  void ofADeletedPostItIsSaidThatItWas() {
    JsonNode post = one.ask("/posts/x%3A7");

    assertThat(post.get("text").isNull()).isTrue();
    assertThat(post.get("deletedAt").textValue()).isEqualTo("2031-05-06T12:00:50Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/incidents?limit=2", "/posts?q=rise&limit=2"})
  void pagesGoOnWhereTheOneBeforeEndedWhicheverInstanceIsAsked(String question) {
    String list = question.substring(0, question.indexOf("limit"));
    JsonNode all = one.ask(question.replace("limit=2", "limit=100")).get("items");
    List<JsonNode> paged = new ArrayList<>();
    JsonNode page = one.ask(question);
    page.get("items").forEach(paged::add);
    for (int i = 0; !page.get("next").isNull(); i++) {
      Instance asked = i % 2 == 0 ? two : one;
      page = asked.ask(list + "limit=2&cursor=" + page.get("next").textValue());
      page.get("items").forEach(paged::add);
    }

    assertThat(paged).hasSizeGreaterThan(5).containsExactlyElementsOf(all);
  }

  @Test
  void placesHaveTheCoordinatesThatTheirIncidentsHave() {
    JsonNode almaty = two.ask("/places?size=1d").get("items").get(0);

    assertThat(almaty.get("place").textValue()).isEqualTo("1526384");
    assertThat(almaty.get("latitude").doubleValue()).isEqualTo(43.25);
    assertThat(almaty.get("kind").textValue()).isEqualTo("CITY");
  }

  @ParameterizedTest
  @CsvSource({
    "/incidents?topic=nosuch, 404, nothing is known of the topic 'nosuch'",
    "/posts/x%3A99, 404, nothing is known (any more) of the post 'x:99'",
    "/posts, 400, 'expected at least one of handle, hashtag, q and key'",
    "/posts?platform=x, 400, 'expected at least one of handle, hashtag, q and key'",
    "/posts?q=!!, 400, q: expected words",
    "/posts?q=a&key=x%3A1, 400, 'key: expected without handle, hashtag and q'",
    "/incidents?from=yesterday, 400, from: expected a time",
    "/incidents?clock=sundial, 400, clock: expected one of POSTED",
    "/incidents?cursor=abc, 400, cursor: expected",
    "/spikes?lasting=perhaps, 400, lasting: expected one of TRUE",
    "/rising?size=1h, 400, Unknown parameter 'size'",
  })
  void whatCannotBeAskedIsToldInOneSentence(String question, int status, String detail) {
    HttpResponse<String> answer = one.get(question);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(Instance.json(answer).get("detail").textValue()).contains(detail).endsWith(".");
  }
}

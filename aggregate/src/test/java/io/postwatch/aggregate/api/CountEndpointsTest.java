// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import static io.postwatch.aggregate.Incidents.NOON;
import static io.postwatch.aggregate.Incidents.at;
import static io.postwatch.aggregate.Incidents.city;
import static io.postwatch.aggregate.Incidents.claiming;
import static io.postwatch.aggregate.Incidents.country;
import static io.postwatch.aggregate.Incidents.incident;
import static io.postwatch.aggregate.Incidents.killed;
import static io.postwatch.aggregate.Incidents.postedAt;
import static io.postwatch.aggregate.Incidents.watchedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.postwatch.aggregate.AggregateRun;
import io.postwatch.aggregate.Rules;
import io.postwatch.schema.FigureModifier;
import io.postwatch.schema.Incident;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions on counts, as anybody asks them. */
class CountEndpointsTest {
  private static final AggregateRun RUN = AggregateRun.of(Rules.both());
  private static final Instance INSTANCE = Instance.start();

  @BeforeAll
  static void count() {
    Incident yesterday = postedAt(about("flood", "1"), NOON.minus(Duration.ofDays(1)));
    RUN.see(
        yesterday,
        about("flood", "2"),
        incident("9", "a"),
        incident("9", "b"),
        watchedBy(at(incident("3", "c"), city(1526384, "Almaty", "KZ")), "asia"),
        watchedBy(at(incident("4", "d"), country("KZ", "Kazakhstan")), "asia", "energy"),
        claiming(
            at(incident("5", "e"), city(2988507, "Paris", "FR")), killed(3, FigureModifier.EXACT)));
    RUN.pass(Duration.ofMinutes(90));
    RUN.see(postedAt(incident("6", "f"), NOON.plus(Duration.ofHours(1))));
    INSTANCE.answerFrom(new Alone(RUN.state(0)));
  }

  @AfterAll
  static void stop() {
    INSTANCE.close();
    RUN.close();
  }

  private static Incident about(String topic, String post) {
    return Incident.newBuilder(incident(post, "of " + post)).setTopic(topic).build();
  }

  private static JsonNode ask(String question) {
    return INSTANCE.ask(question);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/topics",
        "/topics?clock=posted&watchList=asia",
        "/counts",
        "/counts?place=*&size=1d&clock=POSTED",
        "/counts?place=*&size=1d&limit=2",
        "/counts?place=nowhere",
        "/series",
        "/series?size=1d&place=KZ&watchList=asia&measure=authors",
        "/top",
        "/top?at=2031-05-06T12:30:00Z&by=sightings&limit=1",
        "/places",
        "/places?size=1d",
        "/watch-lists",
        "/watch-lists?at=1999-01-01T00:00:00Z",
        "/status",
        "/openapi.json"
      })
  void anAnswerIsAsItIsDescribed(String question) {
    JsonNode answer = ask(question);

    assertThat(Described.faults(question.replaceAll("\\?.*", ""), 200, answer)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /counts?colour=red             | 400 | Unknown parameter 'colour'; /counts takes clock, cursor, from, limit, place, size, status, to, topic, watchList.
          /topics?topic=flood            | 400 | Unknown parameter 'topic'; /topics takes at, clock, cursor, limit, watchList.
          /counts?size=1h&size=1d        | 400 | size: expected it once, found 2.
          /counts?clock=lunar            | 400 | clock: expected one of POSTED, SEEN, got 'lunar'.
          /counts?size=2h                | 400 | size: expected one of the sizes that are counted by the SEEN clock: 1m, 1h, 1d, got '2h'.
          /counts?size=                  | 400 | size: expected one of the sizes that are counted by the SEEN clock: 1m, 1h, 1d, got ''.
          /counts?from=yesterday         | 400 | from: expected a time from 1970 on such as 2026-04-16T20:15:00Z, got 'yesterday'.
          /counts?from=1969-12-31T00:00:00Z | 400 | from: expected a time from 1970 on such as 2026-04-16T20:15:00Z, got '1969-12-31T00:00:00Z'.
          /counts?to=%2B1000000000-12-31T23:59:59Z | 400 | to: expected a time from 1970 on such as 2026-04-16T20:15:00Z, got '+1000000000-12-31T23:59:59Z'.
          /top?at=2031-05-06             | 400 | at: expected a time from 1970 on such as 2026-04-16T20:15:00Z, got '2031-05-06'.
          /counts?from=2031-05-07T00:00:00Z&to=2031-05-06T00:00:00Z | 400 | from: expected a time that is not after to, got '2031-05-07T00:00:00Z'.
          /counts?from=1971-01-01T00:00:00Z | 400 | from: the range is too long, expected at most 10000 windows of 1h up to to, found 528974.
          /counts?from=2030-09-01T00:00:00Z | 400 | from, to: the range is too long: 5942 windows of 1h of 2 topics; expected at most 10000 of all topics together.
          /series?from=2031-01-01T00:00:00Z | 400 | from: the range is too long, expected at most 1500 windows of 1h up to to, found 3014.
          /counts?topic=unheard-of       | 404 | topic: nothing is known of the topic 'unheard-of'.
          /counts?topic=flood&topic=unheard-of | 404 | topic: nothing is known of the topic 'unheard-of'.
          /series?topic=unheard-of       | 404 | topic: nothing is known of the topic 'unheard-of'.
          /top?topic=unheard-of          | 404 | topic: nothing is known of the topic 'unheard-of'.
          /places?topic=unheard-of       | 404 | topic: nothing is known of the topic 'unheard-of'.
          /counts?topic=                 | 400 | topic: expected a value, got none.
          /series?place=*                | 400 | place: expected one place, a GeoNames id or a country code, got '*'.
          /top?place=*                   | 400 | place: expected one place, a GeoNames id or a country code, got '*'.
          /counts?status=DONE            | 400 | status: expected one of PROVISIONAL, FINAL, CORRECTED, got 'DONE'.
          /top?by=likes                  | 400 | by: expected one of POSTS, SIGHTINGS, AUTHORS, OUTLETS, got 'likes'.
          /series?measure=likes          | 400 | measure: expected one of POSTS, SIGHTINGS, AUTHORS, OUTLETS, got 'likes'.
          /counts?limit=0                | 400 | limit: expected a whole number from 1 to 1000, got '0'.
          /counts?limit=1001             | 400 | limit: expected a whole number from 1 to 1000, got '1001'.
          /counts?limit=ten              | 400 | limit: expected a whole number from 1 to 1000, got 'ten'.
          /counts?cursor=x               | 400 | cursor: expected what the answer before gave as next, with the same parameters.
          /counts?cursor=bnVsbA          | 400 | cursor: expected what the answer before gave as next, with the same parameters.
          /counts?cursor=e30             | 400 | cursor: expected what the answer before gave as next, with the same parameters.
          /topics?cursor=eyJhc2tlZCI6e30sInBvc2l0aW9uIjpbIi0xIl19 | 400 | cursor: expected what the answer before gave as next, with the same parameters.
          /counts?cursor=eyJhc2tlZCI6eyJ0b3BpYyI6W251bGxdfSwicG9zaXRpb24iOlsiYSJdfQ | 400 | cursor: expected what the answer before gave as next, with the same parameters.
          /nothing                       | 404 | Endpoint GET /api/v1/nothing not found
          """)
  void aWrongQuestionIsAnsweredWithOneSentence(String question, int status, String detail) {
    HttpResponse<String> answer = INSTANCE.get(question);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(Instance.json(answer).get("detail").asText()).isEqualTo(detail);
    if (!question.equals("/nothing")) {
      assertThat(Described.faults(question.replaceAll("\\?.*", ""), status, Instance.json(answer)))
          .isEmpty();
    }
  }

  @Test
  void aLongValueIsRefusedAndNotRepeated() {
    HttpResponse<String> answer = INSTANCE.get("/counts?topic=" + "x".repeat(3_000));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Instance.json(answer).get("detail").asText())
        .isEqualTo("topic: expected at most 512 characters, found 3000.");
  }

  @Test
  void aQuestionThatFitsIntoAUrlFitsIntoACursor() {
    StringBuilder topics = new StringBuilder("topic=protest");
    for (int i = 0; i < 23; i++) {
      topics.append("&topic=").append(i).append("x".repeat(250));
    }
    assertThat(INSTANCE.get("/counts?" + topics).statusCode()).isEqualTo(404);

    topics.append("&topic=").append("y".repeat(250));

    assertThat(Instance.json(INSTANCE.get("/counts?" + topics)).get("detail").asText())
        .isEqualTo("topic: expected at most 6000 bytes in all, found 6043.");
  }

  @Test
  void hostileTextComesBackAsNothingButText() {
    String detail =
        Instance.json(INSTANCE.get("/counts?size=%3Cscript%3E%0D%0A%07" + "y".repeat(200)))
            .get("detail")
            .asText();

    assertThat(detail).contains("got '<script>   yyy").hasSizeLessThan(200).doesNotContain("\n");
  }

  @Test
  void topicsAreAllThatAreKnownWithTheirNumbersOfToday() {
    assertThat(ask("/topics").get("items"))
        .extracting(
            topic -> topic.get("topic").asText(),
            topic -> topic.get("posts").asInt(),
            topic -> topic.get("sightings").asInt(),
            topic -> topic.get("lastWindow").asText())
        .containsExactly(
            tuple("protest", 5, 6, "2031-05-06T00:00:00Z"),
            tuple("flood", 1, 1, "2031-05-06T00:00:00Z"));
  }

  @Test
  void whatWasCountedLongAgoIsKnownToo() {
    assertThat(ask("/topics?clock=posted&at=2031-05-05T00:00:00Z").get("items"))
        .extracting(topic -> topic.get("topic").asText(), topic -> topic.get("posts").asInt())
        .containsExactly(tuple("flood", 1), tuple("protest", 0));
  }

  @Test
  void countsComeTheNewestWindowFirstThenByTopicAndPlace() {
    assertThat(ask("/counts?clock=posted").get("items"))
        .extracting(
            count -> count.get("windowStart").asText() + " " + count.get("topic").asText(),
            count -> count.get("posts").asInt())
        .containsExactly(
            tuple("2031-05-06T13:00:00Z protest", 1),
            tuple("2031-05-06T12:00:00Z flood", 1),
            tuple("2031-05-06T12:00:00Z protest", 4),
            tuple("2031-05-05T12:00:00Z flood", 1));
    assertThat(ask("/counts?place=*&size=1d&topic=protest").get("items"))
        .extracting(
            count -> count.get("place").asText(),
            count -> count.get("placeName").asText(),
            count -> count.get("posts").asInt())
        .containsExactly(
            tuple("FR", "France", 1),
            tuple("KZ", "Kazakhstan", 2),
            tuple("1526384", "Almaty", 1),
            tuple("2988507", "Paris", 1));
  }

  @Test
  void aCountHasWhatItClaimsAndThePostsThatStandForIt() {
    JsonNode count = ask("/counts?place=FR&size=1d").get("items").get(0);

    assertThat(count.get("figures").get(0).get("count").asInt()).isEqualTo(3);
    assertThat(count.get("evidence").get(0).get("post").asText()).isEqualTo("x:5");
    assertThat(count.get("evidence").get(0).get("text").asText()).isEqualTo("crowds march");
  }

  @Test
  void countsMayBeOfAWatchListAndOfAStatus() {
    assertThat(ask("/counts?size=1d&watchList=asia").get("items"))
        .extracting(count -> count.get("watchList").asText(), count -> count.get("posts").asInt())
        .containsExactly(tuple("asia", 2));
    assertThat(ask("/counts?size=1h&status=final").get("items"))
        .extracting(count -> count.get("windowStart").asText())
        .contains("2031-05-06T12:00:00Z")
        .doesNotContain("2031-05-06T13:00:00Z");
    assertThat(ask("/counts?size=1d&status=corrected").get("items")).isEmpty();
  }

  @Test
  void aRangeIncludesItsBeginAndNotItsEnd() {
    String question = "/counts?clock=posted&from=2031-05-06T12:00:00Z&to=2031-05-06T13:00:00Z";

    assertThat(ask(question).get("items"))
        .extracting(count -> count.get("windowStart").asText())
        .containsOnly("2031-05-06T12:00:00Z");
  }

  @Test
  void aSeriesHasAValueForEachWindow() {
    JsonNode series = ask("/series?clock=posted&from=2031-05-06T11:00:00Z&to=2031-05-06T14:00:00Z");

    assertThat(series.get("starts"))
        .extracting(JsonNode::asText)
        .containsExactly("2031-05-06T11:00:00Z", "2031-05-06T12:00:00Z", "2031-05-06T13:00:00Z");
    assertThat(series.get("items"))
        .extracting(
            topic -> topic.get("topic").asText(),
            topic -> topic.get("total").asInt(),
            topic -> topic.get("values").toString())
        .containsExactly(tuple("protest", 5, "[0,4,1]"), tuple("flood", 1, "[0,1,0]"));
  }

  @Test
  void unlessItSaysOtherwiseASeriesIsOfTheLastSixtyWindows() {
    JsonNode series = ask("/series?size=1m&clock=posted");

    assertThat(series.get("starts")).hasSize(60);
    assertThat(series.get("to").asText()).isEqualTo("2031-05-06T13:32:00Z");
  }

  @Test
  void theTopIsSortedByWhatIsAskedForAndKnowsTheWindowBefore() {
    assertThat(ask("/top?clock=posted&at=2031-05-06T13:59:59Z").get("items"))
        .extracting(
            topic -> topic.get("topic").asText(),
            topic -> topic.get("posts").asInt(),
            topic -> topic.get("previous").asInt())
        .containsExactly(tuple("protest", 1, 4));
    assertThat(ask("/top?at=2031-05-06T12:00:00Z&by=sightings").get("items"))
        .extracting(topic -> topic.get("sightings").asInt())
        .containsExactly(5, 1);
  }

  @Test
  void placesHaveTheirTopicsAndMostPostsFirst() {
    assertThat(ask("/places?size=1d").get("items"))
        .extracting(
            place -> place.get("place").asText(),
            place -> place.get("name").asText(),
            place -> place.get("kind").asText(),
            place -> place.get("topics").toString())
        .containsExactly(
            tuple("KZ", "Kazakhstan", "COUNTRY", "[{\"topic\":\"protest\",\"posts\":2}]"),
            tuple("1526384", "Almaty", "OTHER", "[{\"topic\":\"protest\",\"posts\":1}]"),
            tuple("2988507", "Paris", "OTHER", "[{\"topic\":\"protest\",\"posts\":1}]"),
            tuple("FR", "France", "COUNTRY", "[{\"topic\":\"protest\",\"posts\":1}]"));
  }

  @Test
  void watchListsHaveTheirPostsOfToday() {
    assertThat(ask("/watch-lists").get("items"))
        .extracting(list -> list.get("watchList").asText(), list -> list.get("posts").asInt())
        .containsExactly(tuple("asia", 2), tuple("energy", 1));
  }

  @Test
  void theStatusSaysWhatIsCountedAndHowFar() {
    JsonNode status = ask("/status");

    assertThat(status.get("clocks").toString()).isEqualTo("[\"POSTED\",\"SEEN\"]");
    assertThat(status.get("sizes").toString()).isEqualTo("[\"1m\",\"1h\",\"1d\"]");
    assertThat(status.at("/watermarks/POSTED").asText()).isEqualTo("2031-05-06T13:31:00Z");
    assertThat(status.get("ready").asBoolean()).isTrue();
  }

  @Test
  void aCursorKeepsItsQuestionEvenWhenItIsGivenAlone() {
    JsonNode first = ask("/counts?place=*&size=1d&topic=protest&limit=3");
    String cursor = "cursor=" + first.get("next").asText();

    JsonNode rest = ask("/counts?" + cursor);

    assertThat(rest.get("items"))
        .extracting(count -> count.get("place").asText())
        .containsExactly("2988507");
    assertThat(rest.get("next").isNull()).isTrue();
    assertThat(ask("/counts?place=*&size=1d&topic=protest&limit=3&" + cursor)).isEqualTo(rest);
    for (String other : List.of("size=1h", "place=KZ", "topic=flood", "clock=posted")) {
      assertThat(INSTANCE.get("/counts?" + other + "&" + cursor).statusCode())
          .as(other)
          .isEqualTo(400);
    }
    assertThat(INSTANCE.get("/top?" + cursor).statusCode()).isEqualTo(400);
  }

  @Test
  void listsThatAreSortedAsAWholeHavePagesToo() {
    JsonNode first = ask("/places?size=1d&limit=3");
    JsonNode second = ask("/places?size=1d&limit=3&cursor=" + first.get("next").asText());

    assertThat(first.get("items")).hasSize(3);
    assertThat(second.get("items"))
        .extracting(place -> place.get("place").asText())
        .containsExactly("FR");
    assertThat(second.get("next").isNull()).isTrue();
  }

  @Test
  void whoHasTheAnswerAlreadyIsToldSo() {
    HttpResponse<String> answer = INSTANCE.get("/series?size=1d");
    String etag = answer.headers().firstValue("ETag").orElseThrow();

    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
    for (String known : List.of(etag, etag.substring(2), "\"old\", " + etag, "*")) {
      HttpResponse<String> again = INSTANCE.get("/series?size=1d", "If-None-Match", known);
      assertThat(again.statusCode()).as(known).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(again.headers().firstValue("ETag")).contains(etag);
    }
    assertThat(INSTANCE.get("/series?size=1d", "If-None-Match", "\"old\"").statusCode())
        .isEqualTo(200);
    assertThat(INSTANCE.get("/series?size=1h", "If-None-Match", etag).statusCode()).isEqualTo(200);
  }

  @Test
  void whoTakesItCompressedGetsTheSame() throws Exception {
    String question = "/series?size=1m";
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://" + INSTANCE.address() + QueryApi.BASE + question))
            .header("Accept-Encoding", "gzip, br")
            .build();

    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());

    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding");
    byte[] body = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
    assertThat(Json.MAPPER.readTree(body)).isEqualTo(ask(question));
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import static io.postwatch.aggregate.Incidents.NOON;
import static io.postwatch.aggregate.Incidents.article;
import static io.postwatch.aggregate.Incidents.at;
import static io.postwatch.aggregate.Incidents.by;
import static io.postwatch.aggregate.Incidents.city;
import static io.postwatch.aggregate.Incidents.claiming;
import static io.postwatch.aggregate.Incidents.incident;
import static io.postwatch.aggregate.Incidents.killed;
import static io.postwatch.aggregate.Incidents.known;
import static io.postwatch.aggregate.Incidents.postedAt;
import static io.postwatch.aggregate.Incidents.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Clock;
import io.postwatch.schema.CountStatus;
import io.postwatch.schema.CountedFigure;
import io.postwatch.schema.Evidence;
import io.postwatch.schema.FigureModifier;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.IncidentCountKey;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CountingTest {
  private final AggregateRun run =
      AggregateRun.of(Rules.live(WindowSize.MINUTE, WindowSize.HOUR, WindowSize.DAY));

  @AfterEach
  void close() {
    run.close();
  }

  @Test
  void anIncidentCountsInEachWindowSize() {
    run.see(postedAt(incident("1", "a"), Instant.parse("2031-05-06T12:00:59.999Z")));

    assertThat(run.table().keySet())
        .containsExactlyInAnyOrder(
            key("", "2031-05-06T12:00:00Z", WindowSize.MINUTE),
            key("", "2031-05-06T12:00:00Z", WindowSize.HOUR),
            key("", "2031-05-06T00:00:00Z", WindowSize.DAY));
  }

  @Test
  void aPostInFortyArticlesIsOnePostAndFortySightings() {
    IntStream.range(0, 40).forEach(i -> run.see(incident("1", "article" + i)));

    assertCount(run.count("", "1m"), 1, 40, 1, 40);
    assertCount(run.count("", "1d"), 1, 40, 1, 40);
  }

  @Test
  void theSameArticleTwiceChangesAndPublishesNothing() {
    run.see(incident("1", "a"), incident("1", "b"));
    run.updates();

    run.see(incident("1", "a"), incident("1", "b"), incident("1", "a"));

    assertThat(run.updates()).isEmpty();
  }

  @Test
  void aPostWithTwoPlacesCountsOnceOverAllAndOnceAtEach() {
    Incident post = incident("1", "a");
    run.see(at(post, city(101, "Norvik", "NO")), at(post, city(102, "Sydhavn", "DK")));

    for (String place : List.of("", "NO", "DK", "101", "102")) {
      assertCount(run.count(place, "1h"), 1, 1, 1, 1);
    }
  }

  @Test
  void twoPlacesInACountryCountOnceForTheCountry() {
    Incident post = incident("1", "a");
    run.see(at(post, city(101, "Norvik", "NO")), at(post, city(103, "Fjordby", "NO")));

    assertCount(run.count("NO", "1h"), 1, 1, 1, 1);
    assertThat(run.count("NO", "1h").getPlaceName()).isEqualTo("Norway");
    assertThat(run.count("103", "1h").getPlaceName()).isEqualTo("Fjordby");
    assertThat(run.count("", "1h").getPlaceName()).isNull();
  }

  @Test
  void aPostWithMorePlacesThanAnyCountsAtTheFirstOfThem() {
    IntStream.range(0, 100)
        .forEach(i -> run.see(at(incident("1", "a" + i), city(1_000 + i, "Norvik " + i, "NO"))));
    run.pass(Duration.ofSeconds(2));

    assertCount(run.count("", "1h"), 1, 100, 1, 100);
    assertCount(run.count("1000", "1h"), 1, 69, 1, 69);
    assertCount(run.count("1031", "1h"), 1, 1, 1, 1);
    assertThat(run.table().keySet()).noneMatch(key -> key.getPlace().equals("1032"));
  }

  @Test
  void anAuthorOfTwoPostsIsOneAuthor() {
    run.see(by(incident("1", "a"), "sam"), by(incident("2", "b"), "sam"));

    assertCount(run.count("", "1d"), 2, 2, 1, 2);
  }

  @Test
  void theSameHandleOnAnotherPlatformIsAnotherAuthor() {
    Incident elsewhere = Incident.newBuilder(incident("2", "b")).setPlatform("bluesky").build();
    run.see(by(incident("1", "a"), "sam"), by(elsewhere, "sam"));

    assertThat(run.count("", "1d").getAuthors()).isEqualTo(2);
  }

  @Test
  void unknownAuthorsAndOutletsAreNotCounted() {
    Incident unknown =
        Incident.newBuilder(incident("1", "a"))
            .setHandle(null)
            .setArticle(article("a", " "))
            .build();
    run.see(unknown);

    assertCount(run.count("", "1d"), 1, 1, 0, 0);
  }

  @Test
  void outletsAreTheSameInAnyCase() {
    run.see(
        Incident.newBuilder(incident("1", "a")).setArticle(article("a", "INSIDE Times")).build(),
        Incident.newBuilder(incident("2", "b")).setArticle(article("b", "Inside times")).build());

    assertThat(run.count("", "1d").getOutlets()).isEqualTo(1);
  }

  @Test
  void topicsAreCountedApart() {
    run.see(incident("1", "a"), Incident.newBuilder(incident("1", "a")).setTopic("strike").build());

    assertThat(run.table()).hasSize(6);
    assertThat(run.table().values()).allMatch(count -> count.getPosts() == 1);
  }

  @Test
  void aPostOfWhichOnlyTheDayIsKnownCountsInDaysOnly() {
    run.see(known(incident("1", "a"), TimePrecision.DAY, TimeSource.PAGE));

    assertThat(run.table().keySet())
        .containsExactly(key("", "2031-05-06T00:00:00Z", WindowSize.DAY));
  }

  @Test
  void aPostWhoseTimeIsUnknownIsInNoWindowAndInAMetric() {
    run.see(known(incident("1", "a"), TimePrecision.UNKNOWN, TimeSource.PAGE));
    run.see(known(incident("2", "a"), TimePrecision.MILLIS, TimeSource.INGEST));

    assertThat(run.updates()).isEmpty();
    assertThat(run.uncounted(Uncounted.TIME_UNKNOWN)).isEqualTo(2);
    assertThat(run.uncounted(Uncounted.TIME_TOO_COARSE)).isZero();
  }

  @Test
  void aDayAmongHoursIsInNoWindowAndInAMetric() {
    try (AggregateRun hours = AggregateRun.of(Rules.live(WindowSize.HOUR))) {
      hours.see(known(incident("1", "a"), TimePrecision.DAY, TimeSource.PAGE));

      assertThat(hours.updates()).isEmpty();
      assertThat(hours.uncounted(Uncounted.TIME_TOO_COARSE)).isEqualTo(1);
    }
  }

  @Test
  void postsThatSayTheSameAreCountedAllAndTheirTextOnce() {
    run.see(saying(incident("1", "a"), "said"), saying(incident("2", "a"), "said"));
    run.see(saying(incident("2", "b"), "said"), saying(incident("3", "a"), "else"));

    assertCount(run.count("", "1d"), 3, 4, 3, 2);
    assertThat(run.count("", "1d").getDistinctTexts()).isEqualTo(2);
  }

  @Test
  void aPostOfUnknownTextHasATextOfItsOwn() {
    run.see(incident("1", "a"), incident("2", "a"), saying(incident("3", "a"), "said"));

    assertThat(run.count("", "1d").getDistinctTexts()).isEqualTo(3);
  }

  @Test
  void evidenceIsAPostWithTheArticleThatShowedItFirstAndItsWords() {
    run.see(incident("1", "a"), incident("1", "b"));

    assertThat(run.count("", "1d").getEvidence())
        .containsExactly(
            new Evidence(
                "x:1", "author1", "https://x.example/1", "https://news.example/a", "crowds march"));
  }

  @Test
  void fivePostsAreTheEvidenceTheSameWhateverTheirOrder() {
    List<Evidence> evidence = new ArrayList<>();
    try (AggregateRun other = AggregateRun.of(Rules.live(WindowSize.DAY))) {
      IntStream.rangeClosed(1, 40).forEach(i -> run.see(incident("" + i, "a")));
      IntStream.rangeClosed(1, 40).forEach(i -> other.see(incident("" + (41 - i), "a")));
      run.pass(Duration.ofSeconds(2));
      other.pass(Duration.ofSeconds(2));
      evidence.addAll(other.count("", "1d").getEvidence());
    }

    assertThat(run.count("", "1d").getEvidence()).hasSize(5).isEqualTo(evidence);
  }

  @Test
  void copiesOfATextAreOnePieceOfEvidence() {
    IntStream.range(0, 40).forEach(i -> run.see(saying(incident("" + i, "a"), "copied")));
    run.see(incident("50", "a"), incident("51", "a"));
    run.pass(Duration.ofSeconds(2));

    assertThat(run.count("", "1d").getEvidence()).hasSize(3);
  }

  @Test
  void theHighestClaimsStandWithTheirPosts() {
    run.see(
        claiming(incident("1", "a"), killed(3, FigureModifier.EXACT)),
        claiming(incident("2", "a"), killed(7, FigureModifier.EXACT)),
        claiming(incident("3", "a"), killed(5, FigureModifier.AT_LEAST)),
        claiming(incident("4", "a"), killed(7, FigureModifier.EXACT)));

    assertThat(run.count("", "1h").getFigures())
        .extracting(CountedFigure::getModifier, CountedFigure::getCount, CountedFigure::getPostKey)
        .containsExactly(
            tuple(FigureModifier.EXACT, 7L, "x:2"), tuple(FigureModifier.AT_LEAST, 5L, "x:3"));
  }

  @Test
  void countsSayWhenTheyChangedAndAreStampedWithIt() {
    run.pass(Duration.ofSeconds(40));
    run.see(incident("1", "a"));

    assertThat(run.count("", "1h").getUpdatedAt()).isEqualTo(AggregateRun.START.plusSeconds(40));
    assertThat(run.count("", "1h").getStatus()).isEqualTo(CountStatus.PROVISIONAL);
  }

  private static void assertCount(
      IncidentCount count, long posts, long sightings, long authors, long outlets) {
    assertThat(
            List.of(count.getPosts(), count.getSightings(), count.getAuthors(), count.getOutlets()))
        .as("posts, sightings, authors, outlets")
        .containsExactly(posts, sightings, authors, outlets);
  }

  private static IncidentCountKey key(String place, String start, WindowSize size) {
    return new IncidentCountKey(
        Clock.POSTED, "protest", place, Instant.parse(start), size.millis());
  }

  @Test
  void noonIsTheWindowsStart() {
    run.see(postedAt(incident("1", "a"), NOON));

    assertThat(run.table()).containsKey(key("", NOON.toString(), WindowSize.MINUTE));
  }
}

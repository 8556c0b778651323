// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import static io.postwatch.aggregate.Incidents.NOON;
import static io.postwatch.aggregate.Incidents.at;
import static io.postwatch.aggregate.Incidents.by;
import static io.postwatch.aggregate.Incidents.city;
import static io.postwatch.aggregate.Incidents.claiming;
import static io.postwatch.aggregate.Incidents.deleted;
import static io.postwatch.aggregate.Incidents.edited;
import static io.postwatch.aggregate.Incidents.incident;
import static io.postwatch.aggregate.Incidents.killed;
import static io.postwatch.aggregate.Incidents.postedAt;
import static io.postwatch.aggregate.Incidents.saying;
import static io.postwatch.aggregate.Incidents.seenAt;
import static io.postwatch.aggregate.Incidents.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.aggregate.windows.WindowRule;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Clock;
import io.postwatch.schema.CountStatus;
import io.postwatch.schema.CountedFigure;
import io.postwatch.schema.Evidence;
import io.postwatch.schema.FigureModifier;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentCount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of the counts when a post is edited or deleted. */
class EditsAndDeletionsTest {
  private static final Instant EDIT = NOON.plusSeconds(20);
  private static final CountingRules LIVE =
      new CountingRules(
          List.of(
              new WindowRule(Clock.POSTED, WindowSize.MINUTE, Duration.ofMinutes(10)),
              new WindowRule(Clock.SEEN, WindowSize.MINUTE, Duration.ofMinutes(10))),
          Duration.ofDays(1),
          Optional.of(Duration.ofMinutes(1)),
          Duration.ofDays(2),
          Lateness.DIVERT,
          Duration.ZERO,
          1_000);

  private final KeptStores state = new KeptStores();
  private final AggregateRun run = AggregateRun.of(LIVE, state);

  @AfterEach
  void close() {
    run.close();
  }

  @Test
  void aDeletedPostIsSubtractedWithAllItsSightingsByBothClocks() {
    run.see(at(incident("1", "a"), city(7, "Norvik", "NO")), incident("1", "b"));
    run.see(at(incident("2", "a"), city(7, "Norvik", "NO")));

    run.see(deleted(incident("1", "a")));

    for (Clock clock : Clock.values()) {
      for (String place : List.of("", "NO", "7")) {
        assertCount(run.count(clock, place, "1m"), 1, 1, 1, 1, 1);
      }
    }
  }

  @Test
  void whatChangesAClosedCountIsACorrection() {
    run.see(incident("1", "a"), incident("2", "a"));
    run.pass(Duration.ofHours(1));
    run.updates();

    run.see(deleted(incident("1", "a")));
    run.see(edited(at(incident("2", "a"), city(7, "Norvik", "NO")), EDIT));

    assertThat(run.count("", "1m").getStatus()).isEqualTo(CountStatus.CORRECTED);
    assertCount(run.count("", "1m"), 1, 1, 1, 1, 1);
    run.pass(Duration.ofSeconds(1));
    assertThat(run.count("7", "1m").getStatus()).isEqualTo(CountStatus.FINAL);
    assertThat(run.late()).isEmpty();
  }

  @Test
  void aCountMayFallToNothing() {
    run.see(incident("1", "a"));
    run.see(deleted(incident("1", "a")));

    assertCount(run.count("", "1m"), 0, 0, 0, 0, 0);
    assertThat(run.count("", "1m").getEvidence()).isEmpty();
  }

  @Test
  void anAuthorOutletOrTextThatAnotherPostHasTooStays() {
    Incident one = saying(by(incident("1", "a"), "sam"), "said");
    run.see(one, saying(by(incident("2", "a"), "sam"), "said"));

    run.see(deleted(one));

    assertCount(run.count("", "1m"), 1, 1, 1, 1, 1);
  }

  @Test
  void aDeletedPostStaysDeletedWhateverShowsIt() {
    run.see(incident("1", "a"));
    run.see(deleted(incident("1", "a")));

    run.see(incident("1", "b"), edited(incident("1", "c"), EDIT));

    assertCount(run.count("", "1m"), 0, 0, 0, 0, 0);
  }

  @Test
  void aPostThatIsDeletedBeforeItIsSeenIsNotCounted() {
    run.see(deleted(incident("1", "a")));
    run.see(incident("1", "a"));

    assertThat(run.updates()).isEmpty();
  }

  @Test
  void anEditedPostCountsWhereItsNewestVersionSays() {
    run.see(at(incident("1", "a"), city(7, "Norvik", "NO")));
    run.see(at(incident("1", "b"), city(7, "Norvik", "NO")));

    run.see(edited(at(incident("1", "c"), city(9, "Sydhavn", "DK")), EDIT));

    assertCount(run.count("7", "1m"), 0, 0, 0, 0, 0);
    assertCount(run.count("NO", "1m"), 0, 0, 0, 0, 0);
    assertCount(run.count("9", "1m"), 1, 3, 1, 3, 1);
    assertCount(run.count("", "1m"), 1, 3, 1, 3, 1);
  }

  @Test
  void anOlderVersionThatIsSeenLaterCountsAsTheNewestSays() {
    run.see(edited(at(incident("1", "a"), city(9, "Sydhavn", "DK")), EDIT));
    run.see(at(incident("1", "b"), city(7, "Norvik", "NO")));

    assertCount(run.count("9", "1m"), 1, 2, 1, 2, 1);
    assertThat(run.table().keySet()).noneMatch(key -> key.getPlace().equals("7"));
  }

  @Test
  void aVersionThatReportsTheTopicAtTwoPlacesCountsAllSightingsAtBoth() {
    run.see(incident("1", "a"));
    run.see(edited(at(incident("1", "b"), city(9, "Sydhavn", "DK")), EDIT));
    run.see(edited(at(incident("1", "b"), city(7, "Norvik", "NO")), EDIT));

    assertCount(run.count("9", "1m"), 1, 2, 1, 2, 1);
    assertCount(run.count("7", "1m"), 1, 2, 1, 2, 1);
    assertCount(run.count("", "1m"), 1, 2, 1, 2, 1);
  }

  @Test
  void aVersionThatDoesNotReportTheTopicTakesThePostOutUntilALaterOneDoes() {
    run.see(incident("1", "a"));
    run.see(withdrawn(incident("1", "a"), EDIT));
    assertCount(run.count("", "1m"), 0, 0, 0, 0, 0);

    run.see(incident("1", "b"));
    assertCount(run.count("", "1m"), 0, 0, 0, 0, 0);

    run.see(edited(incident("1", "c"), EDIT.plusSeconds(1)));
    assertCount(run.count("", "1m"), 1, 3, 1, 3, 1);
  }

  @Test
  void aRetractionOfAnOlderVersionThanTheNewestChangesNothing() {
    run.see(edited(incident("1", "a"), EDIT.plusSeconds(1)));
    run.updates();

    run.see(withdrawn(incident("1", "a"), EDIT));

    assertThat(run.updates()).isEmpty();
  }

  @Test
  void theSameEditOrDeletionAgainChangesAndPublishesNothing() {
    run.see(incident("1", "a"), incident("2", "a"));
    run.see(edited(incident("1", "a"), EDIT), deleted(incident("2", "a")));
    run.updates();

    run.see(edited(incident("1", "a"), EDIT), deleted(incident("2", "a")));

    assertThat(run.updates()).isEmpty();
  }

  @Test
  void theNextHighestFigureTakesThePlaceOfADeletedPosts() {
    run.see(
        claiming(incident("1", "a"), killed(9, FigureModifier.EXACT)),
        claiming(incident("2", "a"), killed(4, FigureModifier.EXACT)));
    run.see(deleted(incident("1", "a")));

    assertThat(run.count("", "1m").getFigures())
        .singleElement()
        .satisfies(figure -> assertThat(figure.getPostKey()).isEqualTo("x:2"));

    run.see(edited(claiming(incident("2", "a"), killed(3, FigureModifier.EXACT)), EDIT));
    assertThat(run.count("", "1m").getFigures())
        .extracting(CountedFigure::getCount)
        .containsExactly(3L);
  }

  @Test
  void aDeletedPostIsNoEvidenceAndAnotherTakesItsPlace() {
    IntStream.range(0, 8).forEach(i -> run.see(incident("" + i, "a")));
    List<Evidence> before = run.count("", "1m").getEvidence();

    String first = before.get(0).getPostKey();
    run.see(deleted(incident(first.substring(2), "a")));

    assertThat(run.count("", "1m").getEvidence())
        .hasSize(5)
        .containsAll(before.subList(1, 5))
        .noneMatch(evidence -> evidence.getPostKey().equals(first));
  }

  @Test
  void whatIsKnownOfAPostSurvivesARestart() {
    KeptStores kept = new KeptStores();
    try (AggregateRun first = AggregateRun.of(LIVE, kept)) {
      first.see(incident("1", "a"), incident("1", "b"));
    }
    try (AggregateRun next = AggregateRun.of(LIVE, kept)) {
      next.see(deleted(incident("1", "a")));

      assertCount(next.count("", "1m"), 0, 0, 0, 0, 0);
    }
  }

  @Test
  void aCountThatHasBeenForgottenIsNotBegunAnew() {
    run.see(incident("1", "a"), incident("2", "a"), incident("3", "a"));
    // All is told and forgotten, but for the posts.
    run.pass(Duration.ofHours(1));
    run.pass(Duration.ofDays(2));
    assertThat(state.entries("counts")).isZero();
    run.updates();

    run.see(deleted(incident("1", "a")));
    run.see(edited(at(incident("2", "a"), city(7, "Norvik", "NO")), EDIT));

    assertThat(run.updates()).isEmpty();
  }

  @Test
  void aLiveEditOfAPostWrittenLongAgoIsLateForTheWindowsThatNeverCountedIt() {
    Incident old =
        seenAt(postedAt(incident("1", "a"), NOON.minus(Duration.ofDays(9))), NOON.plusSeconds(30));
    run.see(incident("2", "a"));

    run.see(edited(old, EDIT));

    assertThat(run.late()).hasSize(1);
  }

  private static void assertCount(
      IncidentCount count, long posts, long sightings, long authors, long outlets, long texts) {
    assertThat(
            List.of(
                count.getPosts(),
                count.getSightings(),
                count.getAuthors(),
                count.getOutlets(),
                count.getDistinctTexts()))
        .as("posts, sightings, authors, outlets, texts")
        .containsExactly(posts, sightings, authors, outlets, texts);
  }
}

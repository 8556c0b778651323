// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import static io.postwatch.aggregate.Incidents.NOON;
import static io.postwatch.aggregate.Incidents.incident;
import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.aggregate.AggregateRun.Update;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.CountStatus;
import io.postwatch.schema.Incident;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often a count is published while its window is open. */
class UpdateRateTest {
  private static final CountingRules LIVE =
      Rules.live(WindowSize.MINUTE).updatingEvery(Duration.ofSeconds(1));
  private static final CountingRules ARCHIVE =
      Rules.archive(WindowSize.MINUTE).updatingEvery(Duration.ofSeconds(1));

  @Test
  void theFirstChangeIsPublishedAtOnce() {
    try (AggregateRun run = AggregateRun.of(LIVE)) {
      run.see(incident("1", "a"));

      assertThat(posts(run)).containsExactly(1L);
    }
  }

  @Test
  void furtherChangesOfASecondArePublishedTogetherWhenItIsOver() {
    try (AggregateRun run = AggregateRun.of(LIVE)) {
      see(run, 5);
      assertThat(posts(run)).containsExactly(1L);

      run.turns(9);
      assertThat(posts(run)).isEmpty();
      run.turns(1);
      assertThat(posts(run)).containsExactly(5L);
      run.turns(30);
      assertThat(posts(run)).isEmpty();
    }
  }

  @Test
  void aFloodIsPublishedOnceASecond() {
    try (AggregateRun run = AggregateRun.of(LIVE)) {
      for (int i = 0; i < 50; i++) {
        run.see(incident("" + i, "a"));
        run.turns(1);
        if (i % 10 == 9) {
          assertThat(posts(run)).as("in second " + i / 10).hasSizeBetween(1, 2);
        }
      }
      assertThat(run.table().values()).singleElement().matches(count -> count.getPosts() > 40);
    }
  }

  @Test
  void neverTwoInOneSecondWhicheverTurnAChangeFallsInto() {
    try (AggregateRun run = AggregateRun.of(LIVE)) {
      long last = -1_000;
      for (int millis = 0; millis < 20_000; millis += 37) {
        run.see(incident("" + millis, "a"));
        run.pass(Duration.ofMillis(37));
        if (!run.updates().isEmpty()) {
          assertThat(millis - last).isGreaterThanOrEqualTo(1_000 - 100);
          last = millis;
        }
      }
    }
  }

  @Test
  void eachKeyHasARateOfItsOwn() {
    try (AggregateRun run = AggregateRun.of(LIVE)) {
      run.see(incident("1", "a"), incident("2", "a"));
      run.see(Incident.newBuilder(incident("1", "a")).setTopic("strike").build());

      assertThat(run.updates())
          .extracting(update -> update.key().getTopic())
          .containsExactly("protest", "strike");
    }
  }

  @Test
  void theLastStateIsPublishedBeforeTheFinalOne() {
    try (AggregateRun run = AggregateRun.of(ARCHIVE)) {
      see(run, 3);
      run.drain();

      assertThat(run.updates())
          .extracting(u -> u.count().getStatus() + " " + u.count().getPosts())
          .containsExactly("PROVISIONAL 1", "PROVISIONAL 3", "FINAL 3");
    }
  }

  @Test
  void nothingThatWaitedComesAfterTheFinalOne() {
    try (AggregateRun run = AggregateRun.of(ARCHIVE)) {
      see(run, 3);
      run.drain();
      run.updates();
      run.turns(20);

      assertThat(run.updates()).isEmpty();
    }
  }

  @Test
  void correctionsArePublishedAtOnce() {
    try (AggregateRun run = AggregateRun.of(ARCHIVE)) {
      run.see(incident("1", "a"));
      run.drain();
      run.updates();
      run.see(incident("2", "a"), incident("3", "a"));

      assertThat(run.updates())
          .extracting(u -> u.count().getStatus() + " " + u.count().getPosts())
          .containsExactly("CORRECTED 2", "CORRECTED 3");
    }
  }

  @Test
  void whatWaitsIsPublishedAfterARestart() {
    KeptStores state = new KeptStores();
    try (AggregateRun run = AggregateRun.of(LIVE, state)) {
      see(run, 4);
    }
    try (AggregateRun run = AggregateRun.of(LIVE, state, AggregateRun.START.plusSeconds(5))) {
      run.turns(1);

      assertThat(posts(run)).containsExactly(4L);
    }
  }

  @Test
  void whatWaitsIsPublishedUnderAnotherRateToo() {
    KeptStores state = new KeptStores();
    try (AggregateRun run = AggregateRun.of(LIVE, state)) {
      see(run, 4);
    }
    CountingRules slower = LIVE.updatingEvery(Duration.ofSeconds(3));
    try (AggregateRun run = AggregateRun.of(slower, state)) {
      run.turns(29);
      assertThat(posts(run)).isEmpty();
      run.turns(1);
      assertThat(posts(run)).containsExactly(4L);
    }
  }

  @Test
  void aWallClockThatIsSetBackDelaysNothing() {
    KeptStores state = new KeptStores();
    try (AggregateRun run = AggregateRun.of(LIVE, state)) {
      see(run, 2);
    }
    try (AggregateRun run = AggregateRun.of(LIVE, state, NOON.minusSeconds(3600))) {
      run.see(incident("9", "a"));

      assertThat(posts(run)).containsExactly(3L);
    }
  }

  @Test
  void aCountThatWaitsTakesOneDeadlineHoweverOftenItChanges() {
    KeptStores state = new KeptStores();
    try (AggregateRun run = AggregateRun.of(LIVE, state)) {
      see(run, 200);

      int posts = 200;
      assertThat(state.entries("deadlines"))
          .as("to publish, to close, and to forget each post")
          .isEqualTo(2 + posts);
      run.turns(10);
      assertThat(state.entries("deadlines")).isEqualTo(1 + posts);
    }
  }

  private static void see(AggregateRun run, int posts) {
    IntStream.rangeClosed(1, posts).forEach(i -> run.see(incident("" + i, "a")));
  }

  private static List<Long> posts(AggregateRun run) {
    return run.updates().stream()
        .peek(u -> assertThat(u.count().getStatus()).isEqualTo(CountStatus.PROVISIONAL))
        .map(Update::count)
        .map(count -> count.getPosts())
        .toList();
  }
}

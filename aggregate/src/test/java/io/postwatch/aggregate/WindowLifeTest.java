// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import static io.postwatch.aggregate.Incidents.NOON;
import static io.postwatch.aggregate.Incidents.at;
import static io.postwatch.aggregate.Incidents.city;
import static io.postwatch.aggregate.Incidents.incident;
import static io.postwatch.aggregate.Incidents.postedAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.aggregate.windows.WindowRule;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Clock;
import io.postwatch.schema.Incident;
import io.postwatch.topics.CloudEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** How windows open, close and are corrected on a live stream. */
class WindowLifeTest {
  private static final Duration GRACE = Duration.ofMinutes(10);
  private static final Duration RETENTION = Duration.ofDays(2);
  private static final CountingRules LIVE =
      live(
          new WindowRule(Clock.POSTED, WindowSize.MINUTE, GRACE),
          new WindowRule(Clock.POSTED, WindowSize.HOUR, GRACE));
  private static final CountingRules MINUTES =
      live(new WindowRule(Clock.POSTED, WindowSize.MINUTE, GRACE));

  /** Far enough on for posts of the next two days to be believed. */
  private static final Instant LATER = NOON.plus(Duration.ofDays(2));

  @Test
  void aWindowIsProvisionalUntilTheClockPassesItsEndAndGraceThenFinalOnce() {
    try (AggregateRun run = AggregateRun.of(MINUTES, new KeptStores(), LATER)) {
      run.see(incident("1", "a"));
      run.see(after(Duration.ofSeconds(60 + 600 - 1), incident("2", "b")));
      run.pass(Duration.ofMillis(200));
      assertThat(run.statuses()).containsExactly("1m PROVISIONAL", "1m PROVISIONAL");

      run.see(after(Duration.ofSeconds(60 + 600), incident("2", "c")));
      run.pass(Duration.ofMillis(200));
      run.pass(Duration.ofMillis(200));

      assertThat(run.statuses()).containsExactly("1m PROVISIONAL", "1m FINAL");
    }
  }

  @Test
  void aFinalCountIsTheLastProvisionalOne() {
    try (AggregateRun run = AggregateRun.of(MINUTES, new KeptStores(), LATER)) {
      run.see(at(incident("1", "a"), city(7, "Norvik", "NO")), incident("1", "b"));
      var provisional = run.count("", "1m");
      run.see(after(Duration.ofDays(1), incident("2", "b")));
      run.pass(Duration.ofMillis(200));

      var finished = run.table().values().iterator().next();
      assertThat(finished.getStatus().name()).isEqualTo("FINAL");
      assertThat(finished.getSightings()).isEqualTo(2);
      assertThat(finished.getEvidence()).isEqualTo(provisional.getEvidence());
    }
  }

  @Test
  void whatComesAfterItsWindowClosedGoesToTheLateTopicOnceAndOtherSizesCountIt() {
    try (AggregateRun run = AggregateRun.of(LIVE, new KeptStores(), LATER)) {
      run.see(incident("1", "a"), after(Duration.ofMinutes(20), incident("2", "b")));
      run.pass(Duration.ofMillis(200));
      run.updates();
      Headers headers =
          new RecordHeaders()
              .add("trace", new byte[] {7})
              .add(CloudEvents.ID, new byte[] {8}); // Tells of the incident's own record alone.
      Incident incident = at(incident("3", "c"), city(7, "Norvik", "NO"));

      run.see(new TestRecord<>("protest", incident, headers, 1234L));

      assertThat(run.statuses())
          .containsExactly("1h PROVISIONAL", "1h PROVISIONAL", "1h PROVISIONAL");
      List<TestRecord<String, Incident>> late = run.late();
      assertThat(late).hasSize(1);
      assertThat(late.get(0).key()).isEqualTo("protest");
      assertThat(late.get(0).value()).isEqualTo(incident);
      assertThat(late.get(0).timestamp()).isEqualTo(1234L);
      assertThat(header(late.get(0), LateHeaders.WINDOWS)).isEqualTo("1m");
      assertThat(header(late.get(0), LateHeaders.CLOCK)).isEqualTo("2031-05-06T12:20:00Z");
      assertThat(late.get(0).headers().lastHeader("trace").value()).containsExactly(7);
      assertThat(late.get(0).headers().lastHeader(CloudEvents.ID)).isNull();
      assertThat(run.uncounted(Uncounted.LATE)).isEqualTo(1);
    }
  }

  @Test
  void theHeadersNameEverySizeItWasTooLateFor() {
    try (AggregateRun run = AggregateRun.of(LIVE, new KeptStores(), LATER)) {
      run.see(after(Duration.ofHours(5), incident("1", "a")));
      run.see(incident("2", "b"));

      assertThat(run.late())
          .singleElement()
          .satisfies(late -> assertThat(header(late, LateHeaders.WINDOWS)).isEqualTo("1m,1h"));
      assertThat(run.table()).hasSize(2);
    }
  }

  @Test
  void aWindowThatNeverOpenedIsClosedTooWhenItsTimeIsPast() {
    try (AggregateRun run = AggregateRun.of(MINUTES, new KeptStores(), LATER)) {
      run.see(after(Duration.ofDays(1), incident("1", "a")));
      run.see(incident("2", "b"), postedAt(incident("3", "b"), Instant.EPOCH));

      assertThat(run.late()).hasSize(2);
      assertThat(run.statuses()).containsExactly("1m PROVISIONAL");
    }
  }

  @Test
  void aWindowIsClosedForAllPlacesOrNone() {
    try (AggregateRun run = AggregateRun.of(MINUTES, new KeptStores(), LATER)) {
      run.see(incident("1", "a"), after(Duration.ofDays(1), incident("2", "a")));
      run.pass(Duration.ofMillis(200));
      run.updates();

      run.see(at(incident("3", "b"), city(7, "Norvik", "NO")));

      assertThat(run.updates()).isEmpty();
      assertThat(run.late()).hasSize(1);
    }
  }

  @Test
  void aRecordThatIsLateAgainHasTheNewReasonOnly() {
    try (AggregateRun run = AggregateRun.of(MINUTES, new KeptStores(), LATER)) {
      run.see(after(Duration.ofDays(1), incident("1", "a")), incident("2", "b"));
      TestRecord<String, Incident> late = run.late().get(0);

      run.see(late);

      assertThat(run.late().get(0).headers().headers(LateHeaders.WINDOWS)).hasSize(1);
    }
  }

  @Test
  void windowsCloseByTheWallClockWhenTheStreamFallsIdle() {
    try (AggregateRun run = AggregateRun.of(MINUTES)) {
      run.see(incident("1", "a"));
      run.updates();

      run.pass(Duration.ofMinutes(1).plus(GRACE).minusMinutes(1).minusMillis(200));
      assertThat(run.statuses()).isEmpty();

      run.pass(Duration.ofMillis(400));
      assertThat(run.statuses()).containsExactly("1m FINAL");
    }
  }

  @Test
  void theWallClockDoesNotCloseWindowsWhileInputComes() {
    try (AggregateRun run = AggregateRun.of(MINUTES)) {
      IntStream.range(0, 60)
          .forEach(
              i -> {
                run.see(incident("" + i, "a"));
                run.pass(Duration.ofSeconds(30));
              });

      assertThat(run.statuses()).hasSize(60).containsOnly("1m PROVISIONAL");
    }
  }

  @Test
  void whatComesAfterAnIdleStreamClosedItsWindowIsLate() {
    try (AggregateRun run = AggregateRun.of(MINUTES)) {
      run.see(incident("1", "a"));
      run.pass(Duration.ofHours(1));
      run.updates();

      run.see(incident("2", "b"));

      assertThat(run.updates()).isEmpty();
      assertThat(run.late()).hasSize(1);
    }
  }

  @Test
  void aSilentTaskPublishesNothing() {
    try (AggregateRun run = AggregateRun.of(MINUTES)) {
      run.see(incident("1", "a"));
      run.pass(Duration.ofHours(1));
      run.updates();

      run.pass(Duration.ofHours(5));

      assertThat(run.updates()).isEmpty();
    }
  }

  @Test
  void moreWindowsThanOneTurnMayCloseCloseInTheNext() {
    try (AggregateRun run = AggregateRun.of(MINUTES)) {
      int windows = WindowKeeper.MOST_A_TURN + 10;
      IntStream.range(0, windows)
          .forEach(i -> run.see(Incident.newBuilder(incident("1", "a")).setTopic("t" + i).build()));
      run.updates();
      run.pass(Duration.ofMinutes(9).plusSeconds(59));

      run.pass(Duration.ofSeconds(2));
      assertThat(run.updates()).hasSize(WindowKeeper.MOST_A_TURN);
      run.turns(1);
      assertThat(run.statuses()).hasSize(10).containsOnly("1m FINAL");
    }
  }

  @Test
  void aWindowClosedOnDemandBeforeItsTimeIsCorrectedByWhatComesInTime() {
    try (AggregateRun run = AggregateRun.of(MINUTES)) {
      run.see(incident("1", "a"));
      run.drain();
      run.see(incident("2", "b"));

      assertThat(run.statuses()).containsExactly("1m PROVISIONAL", "1m FINAL", "1m CORRECTED");
      assertThat(run.late()).isEmpty();
    }
  }

  @Test
  void countsAndClockSurviveARestart() {
    KeptStores state = new KeptStores();
    try (AggregateRun run = AggregateRun.of(MINUTES, state, LATER)) {
      run.see(incident("1", "a"), after(Duration.ofHours(1), incident("2", "a")));
    }
    try (AggregateRun run = AggregateRun.of(MINUTES, state, LATER)) {
      run.see(after(Duration.ofHours(1), incident("2", "a")));
      assertThat(run.updates()).isEmpty();

      run.pass(Duration.ofMillis(200));
      assertThat(run.statuses()).containsExactly("1m FINAL");

      run.see(after(Duration.ofHours(1), incident("2", "b")));
      assertThat(run.updates())
          .singleElement()
          .satisfies(update -> assertThat(update.count().getSightings()).isEqualTo(2));

      run.see(incident("3", "a"));
      assertThat(run.late()).hasSize(1);
    }
  }

  @Test
  void whatClosedWindowsCountedIsForgottenAfterTheRetention() {
    KeptStores state = new KeptStores();
    try (AggregateRun run = AggregateRun.of(LIVE, state)) {
      run.see(at(incident("1", "a"), city(7, "Norvik", "NO")), incident("2", "b"));
      run.pass(Duration.ofHours(2));
      assertThat(run.statuses()).contains("1m FINAL", "1h FINAL");

      run.pass(RETENTION.minusHours(2));
      assertThat(state.entries("counts")).isEqualTo(6);

      run.pass(Duration.ofHours(3));
      assertThat(state.entries("counts")).isZero();
      assertThat(state.entries("posts")).isEqualTo(2);

      run.pass(LIVE.postRetention());
      assertThat(state.entries("posts")).isZero();
      assertThat(state.entries("deadlines")).isZero();
      assertThat(run.updates()).isEmpty();
    }
  }

  @Test
  void aCorrectionKeepsACountForAnotherRetention() {
    KeptStores state = new KeptStores();
    try (AggregateRun run = AggregateRun.of(withGrace(Duration.ofDays(3)), state)) {
      run.see(incident("1", "a"));
      run.drain();
      run.pass(Duration.ofDays(1));
      run.see(incident("2", "b"));

      run.pass(RETENTION.minusHours(1));
      assertThat(state.entries("counts")).isEqualTo(1);
    }
  }

  @Test
  void aWindowThatMayStillGetInputIsNotForgotten() {
    KeptStores state = new KeptStores();
    try (AggregateRun run = AggregateRun.of(withGrace(Duration.ofDays(30)), state)) {
      run.see(incident("1", "a"));
      run.drain();
      run.pass(RETENTION.multipliedBy(3));

      run.see(incident("2", "b"));

      assertThat(run.count("", "1m").getPosts()).isEqualTo(2);
    }
  }

  @Test
  void morePostsThanOneTurnMayForgetAreForgottenInSeveral() {
    KeptStores state = new KeptStores();
    try (AggregateRun run = AggregateRun.of(MINUTES, state)) {
      int posts = WindowKeeper.MOST_A_TURN + 10;
      IntStream.range(0, posts).forEach(i -> run.see(incident("" + i, "a")));
      run.pass(Duration.ofHours(1));
      run.pass(RETENTION);
      assertThat(state.entries("posts")).isEqualTo(posts);

      run.pass(MINUTES.postRetention());
      assertThat(state.entries("posts")).isEqualTo(10);
      run.turns(1);

      assertThat(state.entries("posts")).isZero();
      assertThat(state.entries("counts")).isZero();
      assertThat(state.entries("deadlines")).isZero();
    }
  }

  private static CountingRules withGrace(Duration grace) {
    return live(new WindowRule(Clock.POSTED, WindowSize.MINUTE, grace));
  }

  private static CountingRules live(WindowRule... windows) {
    return new CountingRules(
        List.of(windows),
        Duration.ofDays(1),
        Optional.of(Duration.ofMinutes(1)),
        RETENTION,
        Lateness.DIVERT,
        Duration.ZERO,
        1_000);
  }

  private static Incident after(Duration duration, Incident incident) {
    return postedAt(incident, NOON.plus(duration));
  }

  private static String header(TestRecord<String, Incident> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}

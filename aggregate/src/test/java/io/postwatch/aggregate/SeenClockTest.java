// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import static io.postwatch.aggregate.Incidents.NOON;
import static io.postwatch.aggregate.Incidents.incident;
import static io.postwatch.aggregate.Incidents.known;
import static io.postwatch.aggregate.Incidents.postedAt;
import static io.postwatch.aggregate.Incidents.seenAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.aggregate.AggregateRun.Update;
import io.postwatch.aggregate.windows.WindowRule;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Clock;
import io.postwatch.schema.CountStatus;
import io.postwatch.schema.Incident;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** Windows by when a post arrived, beside those by when it was written. */
class SeenClockTest {
  private static final CountingRules SEEN = rules(WindowSize.MINUTE);
  private static final CountingRules BOTH = both(WindowSize.MINUTE, WindowSize.DAY);

  @Test
  void aPostOfLongAgoCountsWhenItWasWrittenAndWhenItArrived() {
    try (AggregateRun run = AggregateRun.of(BOTH)) {
      run.see(seenAt(postedAt(incident("1", "a"), NOON.minus(Duration.ofDays(3))), NOON));

      assertThat(run.table().keySet())
          .extracting(
              key -> key.getClock() + " " + AggregateRun.size(key) + " " + key.getWindowStart())
          .containsExactlyInAnyOrder(
              "POSTED 1m 2031-05-03T12:00:00Z",
              "POSTED 1d 2031-05-03T00:00:00Z",
              "SEEN 1m 2031-05-06T12:00:00Z",
              "SEEN 1d 2031-05-06T00:00:00Z");
    }
  }

  @Test
  void postsOfUnknownTimeAndOfWhichOnlyTheDayIsKnownCountByTheirArrival() {
    try (AggregateRun run = AggregateRun.of(BOTH)) {
      run.see(
          known(incident("1", "a"), TimePrecision.UNKNOWN, TimeSource.INGEST),
          known(incident("2", "a"), TimePrecision.DAY, TimeSource.PAGE));

      assertThat(run.count(Clock.SEEN, "", "1m").getPosts()).isEqualTo(2);
      assertThat(run.count(Clock.SEEN, "", "1d").getPosts()).isEqualTo(2);
      assertThat(run.count(Clock.POSTED, "", "1d").getPosts()).isEqualTo(1);
      assertThat(run.uncounted(Uncounted.TIME_UNKNOWN)).isEqualTo(1);
    }
  }

  @Test
  void whereOnlyArrivalsAreCountedNoTimeOfWritingIsMissed() {
    try (AggregateRun run = AggregateRun.of(SEEN)) {
      run.see(known(incident("1", "a"), TimePrecision.UNKNOWN, TimeSource.INGEST));

      assertThat(run.count(Clock.SEEN, "", "1m").getPosts()).isOne();
      assertThat(run.uncounted(Uncounted.TIME_UNKNOWN)).isZero();
    }
  }

  @Test
  void aWindowClosesWhenArrivalsPassItsEndAndGrace() {
    try (AggregateRun run = AggregateRun.of(SEEN, new KeptStores(), NOON.plusSeconds(600))) {
      run.see(seenAt(incident("1", "a"), NOON));
      run.see(seenAt(incident("2", "a"), NOON.plusSeconds(69)));
      run.turns(1);
      assertThat(run.statuses()).containsExactly("1m PROVISIONAL", "1m PROVISIONAL");

      run.see(seenAt(incident("3", "a"), NOON.plusSeconds(70)));
      run.turns(2);
      assertThat(run.statuses()).containsExactly("1m PROVISIONAL", "1m FINAL");
    }
  }

  @Test
  void onASilentStreamAWindowClosesAfterItsGraceAndNotWhenTheStreamCountsAsIdle() {
    Instant arrival = NOON.plusSeconds(59);
    try (AggregateRun run = AggregateRun.of(SEEN, new KeptStores(), arrival)) {
      run.see(seenAt(incident("1", "a"), arrival));
      run.updates();

      run.turns(109);
      assertThat(run.statuses()).isEmpty();

      run.turns(1);
      assertThat(run.statuses()).containsExactly("1m FINAL");
    }
  }

  @Test
  void stagesThatWereBehindCloseTheirWindowsOnTimeAllTheSame() {
    try (AggregateRun run = AggregateRun.of(SEEN, new KeptStores(), NOON.plusSeconds(62))) {
      run.see(seenAt(incident("1", "a"), NOON.plusSeconds(57)));
      run.turns(79);
      assertThat(run.statuses()).containsExactly("1m PROVISIONAL");

      run.turns(1);
      assertThat(run.statuses()).containsExactly("1m FINAL");
    }
  }

  @Test
  void aPauseInABacklogClosesWhatTwiceThePauseIsLongEnoughForAndNoMore() {
    try (AggregateRun run =
        AggregateRun.of(SEEN, new KeptStores(), NOON.plus(Duration.ofHours(5)))) {
      run.see(seenAt(incident("1", "a"), NOON.plusSeconds(10)));
      run.turns(299);
      run.see(seenAt(incident("2", "a"), NOON.plusSeconds(50)));
      assertThat(run.statuses()).containsExactly("1m PROVISIONAL", "1m PROVISIONAL");

      run.turns(99);
      assertThat(run.statuses()).isEmpty();
      run.turns(1);
      assertThat(run.statuses()).containsExactly("1m FINAL");
      assertThat(run.late()).isEmpty();
    }
  }

  @Test
  void afterARestartTheWallClockClosesWhatNothingElseDoes() {
    CountingRules hours = rules(WindowSize.HOUR);
    KeptStores state = new KeptStores();
    try (AggregateRun run = AggregateRun.of(hours, state)) {
      run.see(seenAt(incident("1", "a"), NOON));
    }
    try (AggregateRun run = AggregateRun.of(hours, state, NOON.plus(Duration.ofHours(5)))) {
      run.turns(599);
      assertThat(run.statuses()).isEmpty();

      run.turns(1);
      assertThat(run.statuses()).containsExactly("1h FINAL");
    }
  }

  @Test
  void anArrivalClaimedForLaterCountsWhereItClaimsAndMovesNoClock() {
    try (AggregateRun run = AggregateRun.of(SEEN)) {
      run.see(seenAt(incident("1", "a"), NOON.plus(Duration.ofHours(3))));
      run.see(seenAt(incident("2", "a"), NOON));
      run.turns(1);

      assertThat(run.statuses()).containsExactly("1m PROVISIONAL", "1m PROVISIONAL");
      assertThat(run.late()).isEmpty();
    }
  }

  @Test
  void whatArrivesTooLateForItsArrivalIsLateForThatClockOnly() {
    try (AggregateRun run = AggregateRun.of(BOTH, new KeptStores(), NOON.plusSeconds(600))) {
      run.see(seenAt(incident("1", "a"), NOON.plusSeconds(300)));
      run.see(seenAt(incident("2", "a"), NOON));

      assertThat(run.count(Clock.POSTED, "", "1m").getPosts()).isEqualTo(2);
      assertThat(run.count(Clock.SEEN, "", "1d").getPosts()).isEqualTo(2);
      assertThat(run.count(Clock.SEEN, "", "1m").getPosts()).isEqualTo(1);
      TestRecord<String, Incident> late = run.late().get(0);
      assertThat(header(late, LateHeaders.SEEN_WINDOWS)).isEqualTo("1m");
      assertThat(header(late, LateHeaders.SEEN_CLOCK)).isEqualTo("2031-05-06T12:05:00Z");
      assertThat(header(late, LateHeaders.WINDOWS)).isNull();
      assertThat(header(late, LateHeaders.CLOCK)).isNull();
    }
  }

  @Test
  void theSameSightingAgainArrivesInEachWindowOnce() {
    try (AggregateRun run = AggregateRun.of(SEEN)) {
      run.see(seenAt(incident("1", "a"), NOON), seenAt(incident("1", "a"), NOON.plusSeconds(5)));
      run.see(seenAt(incident("1", "a"), NOON.plusSeconds(60)));

      assertThat(run.table().values())
          .hasSize(2)
          .allMatch(count -> count.getPosts() == 1 && count.getSightings() == 1);
    }
  }

  @Test
  void windowsOfAClockThatIsNoLongerCountedByAreFinishedAllTheSame() {
    KeptStores state = new KeptStores();
    try (AggregateRun run = AggregateRun.of(BOTH, state)) {
      run.see(incident("1", "a"));
    }
    try (AggregateRun run = AggregateRun.of(Rules.live(WindowSize.MINUTE), state)) {
      run.see(incident("2", "a"));
      run.pass(Duration.ofDays(2));

      assertThat(run.updates())
          .filteredOn(update -> update.key().getClock() == Clock.SEEN)
          .hasSize(2)
          .extracting(Update::count)
          .allMatch(count -> count.getStatus() == CountStatus.FINAL && count.getPosts() == 1);
    }
  }

  private static CountingRules rules(WindowSize... sizes) {
    return CountingRules.live(WindowRule.usual(Clock.SEEN, List.of(sizes)))
        .updatingEvery(Duration.ZERO);
  }

  private static CountingRules both(WindowSize... sizes) {
    List<WindowRule> windows = new ArrayList<>(Rules.posted(sizes));
    windows.addAll(WindowRule.usual(Clock.SEEN, List.of(sizes)));
    return CountingRules.live(windows).updatingEvery(Duration.ZERO);
  }

  private static String header(TestRecord<String, Incident> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }
}

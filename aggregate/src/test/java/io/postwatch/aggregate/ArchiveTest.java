// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import static io.postwatch.aggregate.Incidents.NOON;
import static io.postwatch.aggregate.Incidents.incident;
import static io.postwatch.aggregate.Incidents.postedAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.aggregate.windows.WindowSize;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Counting a finite input in any order, as {@code run --once} does. */
class ArchiveTest {
  private static final CountingRules ARCHIVE = Rules.archive(WindowSize.MINUTE, WindowSize.DAY);

  @Test
  void nothingIsLateAndNoWindowClosesByItself() {
    try (AggregateRun run = AggregateRun.of(ARCHIVE)) {
      run.see(incident("1", "a"));
      run.see(postedAt(incident("2", "b"), NOON.minus(Duration.ofDays(4000))));
      run.pass(Duration.ofDays(400));

      assertThat(run.statuses()).hasSize(4).allMatch(status -> status.endsWith("PROVISIONAL"));
      assertThat(run.late()).isEmpty();
    }
  }

  @Test
  void allWindowsCloseOnDemand() {
    try (AggregateRun run = AggregateRun.of(ARCHIVE)) {
      run.see(incident("1", "a"), postedAt(incident("2", "b"), NOON.minusSeconds(86_400)));
      run.updates();

      run.drain();

      assertThat(run.statuses())
          .containsExactlyInAnyOrder("1m FINAL", "1m FINAL", "1d FINAL", "1d FINAL");
    }
  }

  @Test
  void closingTwiceFinishesNothingTwice() {
    try (AggregateRun run = AggregateRun.of(ARCHIVE)) {
      run.see(incident("1", "a"));
      run.drain();
      run.updates();

      run.drain();

      assertThat(run.updates()).isEmpty();
    }
  }

  @Test
  void aSecondRunOverTheSameStateCorrectsWhatChangedAndNothingElse() {
    KeptStores state = new KeptStores();
    try (AggregateRun first = AggregateRun.of(ARCHIVE, state)) {
      first.see(incident("1", "a"), postedAt(incident("2", "a"), NOON.minusSeconds(86_400)));
      first.drain();
    }
    try (AggregateRun second = AggregateRun.of(ARCHIVE, state)) {
      second.see(incident("1", "a"), incident("2", "a"));
      second.see(postedAt(incident("3", "b"), NOON.minusSeconds(7 * 86_400)));
      second.drain();

      assertThat(second.statuses())
          .containsExactlyInAnyOrder(
              "1m CORRECTED",
              "1d CORRECTED",
              "1m PROVISIONAL",
              "1d PROVISIONAL",
              "1m FINAL",
              "1d FINAL");
    }
  }

  @Test
  void closedWindowsAreKeptForEverSinceAnythingMayCorrectThem() {
    KeptStores state = new KeptStores();
    try (AggregateRun run = AggregateRun.of(ARCHIVE, state)) {
      run.see(incident("1", "a"));
      run.drain();
      run.pass(Duration.ofDays(1000));
      run.see(incident("2", "a"));

      assertThat(run.count("", "1d").getPosts()).isEqualTo(2);
    }
  }

  @Test
  void whenToldToAnArchiveClosesItsWindowsOnAnIdleStreamToo() {
    CountingRules idle =
        new CountingRules(
            ARCHIVE.windows(),
            ARCHIVE.maxFutureSkew(),
            Optional.of(Duration.ofMinutes(1)),
            ARCHIVE.retention(),
            Lateness.ACCEPT,
            Duration.ZERO,
            1_000);
    try (AggregateRun run = AggregateRun.of(idle)) {
      run.see(incident("1", "a"));
      run.pass(Duration.ofHours(7));
      run.see(incident("2", "b"));

      assertThat(run.statuses())
          .containsExactly(
              "1m PROVISIONAL", "1d PROVISIONAL", "1m FINAL", "1m CORRECTED", "1d PROVISIONAL");
      assertThat(run.late()).isEmpty();
    }
  }
}

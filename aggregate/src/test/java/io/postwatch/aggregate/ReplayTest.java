// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import static io.postwatch.aggregate.Incidents.NOON;
import static io.postwatch.aggregate.Incidents.incident;
import static io.postwatch.aggregate.Incidents.postedAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.aggregate.windows.WindowRule;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Clock;
import io.postwatch.schema.Incident;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** What came late and is put back among the incidents counts after all. */
class ReplayTest {
  private static final Duration RETENTION = Duration.ofDays(2);
  private static final CountingRules LIVE =
      new CountingRules(
          List.of(
              new WindowRule(Clock.POSTED, WindowSize.MINUTE, Duration.ofMinutes(10)),
              new WindowRule(Clock.POSTED, WindowSize.DAY, Duration.ofDays(3))),
          Duration.ofDays(1),
          Optional.of(Duration.ofMinutes(1)),
          RETENTION,
          Lateness.DIVERT,
          Duration.ZERO,
          1_000);

  private static final Incident YEARS_OLD =
      postedAt(incident("9", "z"), NOON.minus(Duration.ofDays(9 * 365)));

  private final KeptStores state = new KeptStores();

  @Test
  void aWindowThatIsStillRememberedIsCorrected() {
    try (AggregateRun run = AggregateRun.of(LIVE, state)) {
      run.see(incident("1", "a"));
      run.pass(Duration.ofHours(1));
      run.see(incident("2", "b"));
      TestRecord<String, Incident> late = run.late().get(0);
      run.updates();

      run.see(replayed(late));

      assertThat(run.statuses()).containsExactly("1m CORRECTED");
      assertThat(run.count("", "1m").getPosts()).isEqualTo(2);
      assertThat(run.count("", "1d").getPosts()).isEqualTo(2);
      assertThat(run.late()).isEmpty();
    }
  }

  @Test
  void replayedTwiceItCountsOnce() {
    try (AggregateRun run = AggregateRun.of(LIVE, state)) {
      run.see(incident("1", "a"));
      run.pass(Duration.ofHours(1));
      run.see(incident("2", "b"));
      TestRecord<String, Incident> late = run.late().get(0);
      run.see(replayed(late), replayed(late));

      assertThat(run.count("", "1m").getPosts()).isEqualTo(2);
    }
  }

  @Test
  void aWindowBeforeThisStreamBeganIsCountedAndKeptForEver() {
    try (AggregateRun run = AggregateRun.of(LIVE, state)) {
      run.see(incident("1", "a"), YEARS_OLD);
      run.see(replayed(run.late().get(0)));
      run.pass(Duration.ofSeconds(1));
      run.updates();

      run.pass(RETENTION.plusDays(30));
      run.see(postedAt(incident("8", "y"), YEARS_OLD.getPostedAt()));
      run.see(replayed(run.late().get(0)));

      assertThat(run.statuses()).contains("1m CORRECTED", "1d CORRECTED");
      assertThat(run.table().entrySet())
          .filteredOn(entry -> entry.getKey().getWindowStart().isBefore(NOON.minusSeconds(999_999)))
          .hasSize(2)
          .allMatch(entry -> entry.getValue().getPosts() == 2);
    }
  }

  @Test
  void aWindowOfWhichSomethingHasBeenForgottenRefusesItAgain() {
    try (AggregateRun run = AggregateRun.of(LIVE, state)) {
      run.see(incident("1", "a"));
      run.pass(Duration.ofHours(1));
      run.pass(RETENTION);
      run.see(incident("2", "b"));
      TestRecord<String, Incident> late = run.late().get(0);
      run.updates();

      run.see(replayed(late));

      assertThat(run.updates()).isEmpty();
      assertThat(run.late())
          .singleElement()
          .satisfies(
              again -> {
                assertThat(header(again, LateHeaders.WINDOWS)).isEqualTo("1m");
                assertThat(again.headers().lastHeader(LateHeaders.REPLAYED)).isNull();
              });
    }
  }

  @Test
  void itCountsOnlyInTheWindowsThatMissedIt() {
    try (AggregateRun run = AggregateRun.of(LIVE, state)) {
      run.see(incident("1", "a"));
      Headers headers =
          new RecordHeaders()
              .add(LateHeaders.WINDOWS, "1m".getBytes(StandardCharsets.UTF_8))
              .add(LateHeaders.REPLAYED, new byte[0]);
      run.see(new TestRecord<>("protest", incident("2", "b"), headers, Instant.EPOCH));

      assertThat(run.count("", "1m").getPosts()).isEqualTo(2);
      assertThat(run.count("", "1d").getPosts()).isEqualTo(1);
    }
  }

  private static TestRecord<String, Incident> replayed(TestRecord<String, Incident> late) {
    Headers headers = new RecordHeaders(late.headers()).add(LateHeaders.REPLAYED, new byte[0]);
    return new TestRecord<>(late.key(), late.value(), headers, late.timestamp());
  }

  private static String header(TestRecord<String, Incident> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}

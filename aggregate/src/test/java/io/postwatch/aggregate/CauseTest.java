// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import static io.postwatch.aggregate.Incidents.incident;
import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.runtime.metrics.Exposition;
import io.postwatch.runtime.trace.TraceContext;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a count is published for: in which trace, and how long after it came. */
class CauseTest {
  private static final CountingRules LIVE =
      Rules.live(WindowSize.MINUTE).updatingEvery(Duration.ofSeconds(1));
  private static final TraceContext FIRST = trace(1);
  private static final TraceContext SECOND = trace(2);

  private static TraceContext trace(int number) {
    return new TraceContext(
        "00-%032x-%016x-01".formatted(number, number), "state=" + number, "desk=" + number);
  }

  @Test
  void aCountThatIsPublishedAtOnceIsInTheTraceOfItsIncident() {
    try (AggregateRun run = AggregateRun.of(LIVE)) {
      run.see(incident("1", "a"), FIRST);

      assertThat(run.traces()).isNotEmpty().containsOnly(FIRST);
    }
  }

  @Test
  void oneThatIsPublishedLaterIsInThatOfTheLastIncidentThatChangedIt() {
    try (AggregateRun run = AggregateRun.of(LIVE)) {
      run.see(incident("0", "a"));
      run.traces();

      run.see(incident("1", "a"), FIRST);
      run.see(incident("2", "a"), SECOND);
      run.see(incident("3", "a"));
      run.turns(10);

      assertThat(run.traces()).isNotEmpty().containsOnly(SECOND);
    }
  }

  @Test
  void countsOfIncidentsWithoutATraceAreInNone() {
    try (AggregateRun run = AggregateRun.of(LIVE)) {
      run.see(incident("1", "a"), FIRST);
      run.traces();

      run.see(incident("2", "a"));
      run.turns(10);

      assertThat(run.traces()).isNotEmpty().containsOnly(TraceContext.NONE);
    }
  }

  @Test
  void whatStillWaitsWhenAWindowClosesIsPublishedInItsTrace() {
    try (AggregateRun run = AggregateRun.of(LIVE)) {
      run.see(incident("1", "a"));
      run.see(incident("2", "a"), FIRST);
      run.traces();

      run.drain();

      assertThat(run.traces()).isNotEmpty().containsOnly(FIRST);
    }
  }

  @Test
  void howLongACountTookIsMeasured() {
    try (Exposition metrics = new Exposition();
        AggregateRun run = AggregateRun.of(LIVE)) {
      run.see(incident("1", "a"));

      assertThat(metrics.text())
          .containsPattern("postwatch_count_latency_seconds_count\\{clock=\"POSTED\"} [1-9]")
          .containsPattern("postwatch_counts_total\\{clock=\"POSTED\"} [1-9]");
    }
  }

  @Test
  void causesTogetherAreAsOldAsTheEarlierAndInTheTraceOfTheLater() {
    Cause both = new Cause(5, FIRST).and(new Cause(3, SECOND)).and(new Cause(9, TraceContext.NONE));

    assertThat(both).isEqualTo(new Cause(3, SECOND));
  }

  @Test
  void ofVeryManyThatWaitTheOldestAreForgotten() {
    WaitingCauses causes = new WaitingCauses();
    for (int i = 0; i <= WaitingCauses.MOST; i++) {
      causes.add(new byte[] {(byte) (i >> 16), (byte) (i >> 8), (byte) i}, new Cause(i, FIRST));
    }

    assertThat(causes.take(new byte[] {0, 0, 0})).isEmpty();
    assertThat(causes.take(new byte[] {0, 0, 1})).isEqualTo(Optional.of(new Cause(1, FIRST)));
    assertThat(causes.take(new byte[] {0, 0, 1})).isEmpty();
  }
}

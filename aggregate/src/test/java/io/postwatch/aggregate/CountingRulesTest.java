// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postwatch.aggregate.windows.WindowRule;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CountingRulesTest {
  private static final List<WindowRule> HOURS = Rules.posted(WindowSize.HOUR);
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void liveRulesDivertWhatIsLateAndCloseOnAnIdleStream() {
    CountingRules rules = CountingRules.live(Rules.posted(WindowSize.MINUTE, WindowSize.DAY));

    assertThat(rules.lateness()).isEqualTo(Lateness.DIVERT);
    assertThat(rules.idleAfter()).contains(Duration.ofMinutes(1));
    assertThat(rules.windows())
        .containsExactly(
            new WindowRule(Clock.POSTED, WindowSize.MINUTE, Duration.ofHours(6)),
            new WindowRule(Clock.POSTED, WindowSize.DAY, Duration.ofDays(14)));
  }

  @Test
  void archiveRulesAcceptAllAndCloseOnDemandOnly() {
    CountingRules rules = CountingRules.archive(HOURS);

    assertThat(rules.lateness()).isEqualTo(Lateness.ACCEPT);
    assertThat(rules.idleAfter()).isEmpty();
  }

  @Test
  void aSizeHasItsRuleAndOthersHaveNone() {
    CountingRules rules = CountingRules.live(HOURS);

    assertThat(rules.window(Clock.POSTED, WindowSize.HOUR)).contains(HOURS.get(0));
    assertThat(rules.window(Clock.POSTED, WindowSize.DAY)).isEmpty();
    assertThat(rules.window(Clock.SEEN, WindowSize.HOUR)).isEmpty();
    assertThat(rules.windows(Clock.SEEN)).isEmpty();
  }

  @Test
  void wrongValuesAreRefusedByName() {
    refused(rules(List.of(), DAY, DAY, DAY), "windows: expected 1 to 16 sizes, found 0");
    refused(rules(sizes(17), DAY, DAY, DAY), "windows: expected 1 to 16 sizes, found 17");
    refused(
        rules(List.of(HOURS.get(0), HOURS.get(0)), DAY, DAY, DAY), "windows: 1h is named twice");
    refused(
        rules(HOURS, Duration.ofDays(-1), DAY, DAY),
        "maxFutureSkew: expected 0 to 366 days, found PT-24H");
    refused(
        rules(HOURS, DAY, Duration.ZERO, DAY),
        "idleAfter: expected more than 0 and less than 100 years, found PT0S");
    refused(
        rules(HOURS, DAY, DAY, Duration.ofDays(100_000)),
        "retention: expected more than 0 and less than 100 years, found PT2400000H");
  }

  @Test
  void eachClockHasItsOwnSizes() {
    List<WindowRule> both = new ArrayList<>(sizes(16));
    both.addAll(WindowRule.usual(Clock.SEEN, both.stream().map(WindowRule::size).toList()));

    assertThat(CountingRules.live(both).windows(Clock.SEEN)).hasSize(16);
  }

  @Test
  void anUpdateIntervalIsAtMostAnHour() {
    refused(
        () -> CountingRules.live(HOURS).updatingEvery(Duration.ofHours(2)),
        "updateInterval: expected 0 to 1 hour, found PT2H");
    refused(
        () -> CountingRules.live(HOURS).updatingEvery(Duration.ofMillis(-1)),
        "updateInterval: expected 0 to 1 hour, found PT-0.001S");
  }

  @Test
  void theListOfWindowsCannotBeChangedLater() {
    assertThatThrownBy(() -> CountingRules.live(HOURS).windows().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static void refused(ThrowingCallable rules, String message) {
    assertThatThrownBy(rules).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  private static ThrowingCallable rules(
      List<WindowRule> windows, Duration skew, Duration idle, Duration retention) {
    return () ->
        new CountingRules(
            windows, skew, Optional.of(idle), retention, Lateness.DIVERT, Duration.ZERO, 1_000);
  }

  private static List<WindowRule> sizes(int number) {
    return IntStream.rangeClosed(1, number)
        .mapToObj(
            seconds -> WindowRule.usual(Clock.POSTED, WindowSize.of(Duration.ofSeconds(seconds))))
        .toList();
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postwatch.aggregate.spikes.SpikeRules;
import io.postwatch.aggregate.windows.WindowRule;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.runtime.Settings;
import io.postwatch.runtime.SettingsException;
import io.postwatch.schema.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AggregateConfigTest {
  @Test
  void countsByBothClocksAndMinuteHourAndDayUnlessToldOtherwise() {
    CountingRules rules = config(Map.of()).rules();

    assertThat(rules.windows())
        .containsExactlyInAnyOrder(
            posted(WindowSize.MINUTE, Duration.ofHours(6)),
            posted(WindowSize.HOUR, Duration.ofDays(3)),
            posted(WindowSize.DAY, Duration.ofDays(14)),
            seen(WindowSize.MINUTE, Duration.ofSeconds(10)),
            seen(WindowSize.HOUR, Duration.ofSeconds(30)),
            seen(WindowSize.DAY, Duration.ofSeconds(60)));
    assertThat(rules.updateInterval()).hasSeconds(1);
    assertThat(rules.lateness()).isEqualTo(Lateness.DIVERT);
  }

  @Test
  void takesItsRulesFromTheSettings() {
    CountingRules rules =
        config(
                Map.of(
                    "aggregate.windows", "15m,1d",
                    "aggregate.grace.posted.15m", "2h",
                    "aggregate.lateness", "accept",
                    "aggregate.max-future-skew", "1h"))
            .rules();

    assertThat(rules.windows())
        .containsExactly(
            new WindowRule(Clock.POSTED, WindowSize.parse("15m"), Duration.ofHours(2)),
            WindowRule.usual(Clock.POSTED, WindowSize.DAY));
    assertThat(rules.lateness()).isEqualTo(Lateness.ACCEPT);
    assertThat(rules.maxFutureSkew()).hasHours(1);
  }

  @Test
  void anArchiveIsCountedByWhenItsPostsWereWrittenUnlessToldOtherwise() {
    assertThat(clocks(Map.of("aggregate.lateness", "accept"))).containsOnly(Clock.POSTED);
    assertThat(clocks(Map.of("aggregate.lateness", "accept", "aggregate.clocks", "seen")))
        .containsOnly(Clock.SEEN);
    assertThat(clocks(Map.of("aggregate.clocks", "Posted"))).containsOnly(Clock.POSTED);
    assertThat(clocks(Map.of("aggregate.clocks", "seen,posted")))
        .containsOnly(Clock.SEEN, Clock.POSTED);
  }

  @Test
  void graceIsSetByClockAndSizeAndUpdatesHaveAnInterval() {
    CountingRules rules =
        config(
                Map.of(
                    "aggregate.windows", "15m",
                    "aggregate.grace.posted.15m", "2h",
                    "aggregate.grace.seen.15m", "5s",
                    "aggregate.grace.seen.1h", "9s",
                    "aggregate.update-interval", "250ms"))
            .rules();

    assertThat(rules.windows())
        .containsExactly(
            posted(WindowSize.parse("15m"), Duration.ofHours(2)),
            seen(WindowSize.parse("15m"), Duration.ofSeconds(5)));
    assertThat(rules.updateInterval()).hasMillis(250);
  }

  @Test
  void theSeenClockAloneIsAnotherApplicationAndBesideThePostedOneItIsNot() {
    String usual = config(Map.of()).applicationId();

    assertThat(config(Map.of("aggregate.clocks", "posted")).applicationId()).isEqualTo(usual);
    assertThat(config(Map.of("aggregate.clocks", "seen")).applicationId())
        .isEqualTo(usual + "-seen");
  }

  @Test
  void otherWindowSizesAreAnotherApplicationSoThatTheyCountFromTheStart() {
    assertThat(config(Map.of("aggregate.windows", "1d,1h,1m")).applicationId())
        .isEqualTo(config(Map.of()).applicationId());
    assertThat(config(Map.of("aggregate.windows", "1d")).applicationId())
        .isNotEqualTo(config(Map.of()).applicationId());
    assertThat(config(Map.of("aggregate.windows", "1d,15m")).applicationId())
        .isEqualTo(config(Map.of("aggregate.windows", "15m,1d")).applicationId());
  }

  @Test
  void spikesAreToldOfWhatArrivesUnlessToldOtherwise() {
    assertThat(config(Map.of()).spikes()).contains(SpikeRules.USUAL);
    assertThat(config(Map.of("aggregate.clocks", "posted")).spikes()).isEmpty();
    assertThat(config(Map.of("aggregate.lateness", "accept")).spikes()).isEmpty();
    assertThat(config(Map.of("aggregate.spikes.enabled", "false")).spikes()).isEmpty();
    assertThat(
            config(
                    Map.of(
                        "aggregate.lateness", "accept",
                        "aggregate.spikes.enabled", "true",
                        "aggregate.spikes.interval", "10m",
                        "aggregate.spikes.times-per-week", "0.1",
                        "aggregate.spikes.least-authors", "5",
                        "aggregate.spikes.least-outlets", "3",
                        "aggregate.spikes.least-direct-authors", "20"))
                .spikes())
        .contains(new SpikeRules(Duration.ofMinutes(10), 0.1, 5, 3, 20));
  }

  @Test
  void aWrongValueOfSpikesIsNamedEvenWhereTheyAreOff() {
    assertThatThrownBy(() -> config(Map.of("aggregate.spikes.interval", "10s")))
        .hasMessageContaining("aggregate.spikes: interval: expected 1m to 1h, found PT10S");
    assertThatThrownBy(() -> config(Map.of("aggregate.spikes.times-per-week", "often")))
        .hasMessageContaining("aggregate.spikes.times-per-week: expected a number such as 0.8");
    assertThatThrownBy(() -> config(Map.of("aggregate.spikes.times-per-week", "NaN")))
        .hasMessageContaining("times-per-week: expected 0.001 to 100, found NaN");
    assertThatThrownBy(() -> config(Map.of("aggregate.spikes.least-authors", "0")))
        .hasMessageContaining("least-authors: expected a whole number from 1 to 64");
    assertThatThrownBy(() -> config(Map.of("aggregate.spikes.least-outlets", "17")))
        .hasMessageContaining("least-outlets: expected 1 to 16, found 17");
    assertThatThrownBy(
            () -> config(Map.of("aggregate.spikes.enabled", "maybe", "aggregate.clocks", "posted")))
        .hasMessageContaining("aggregate.spikes.enabled: expected one of false, true, got 'maybe'");
  }

  @Test
  void aWrongValueIsNamedWithItsKeyAndWhatWasExpected() {
    assertThatThrownBy(() -> config(Map.of("aggregate.windows", "1x")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("command line: aggregate.windows: ")
        .hasMessageContaining("such as 1m, 1h or 1d");
    assertThatThrownBy(() -> config(Map.of("aggregate.lateness", "drop")))
        .hasMessageContaining("aggregate.lateness: expected accept or divert, got 'drop'");
    assertThatThrownBy(() -> config(Map.of("aggregate.grace.posted.1d", "long")))
        .hasMessageContaining("aggregate.grace.posted.1d: expected a duration");
    assertThatThrownBy(() -> config(Map.of("aggregate.clocks", "arrival")))
        .hasMessageContaining("aggregate.clocks: expected posted, seen or both, got 'arrival'");
    assertThatThrownBy(() -> config(Map.of("aggregate.grace.seen.day", "1m")))
        .hasMessageContaining("aggregate.grace.seen.day: \"day\" is not a window size");
    assertThatThrownBy(() -> config(Map.of("aggregate.grace.1d", "1m")))
        .hasMessageContaining("unknown key aggregate.grace.1d");
    assertThatThrownBy(() -> config(Map.of("aggregate.update-interval", "2h")))
        .hasMessageContaining("updateInterval: expected 0 to 1 hour, found PT2H");
  }

  private static WindowRule posted(WindowSize size, Duration grace) {
    return new WindowRule(Clock.POSTED, size, grace);
  }

  private static WindowRule seen(WindowSize size, Duration grace) {
    return new WindowRule(Clock.SEEN, size, grace);
  }

  private static List<Clock> clocks(Map<String, String> options) {
    return config(options).rules().windows().stream().map(WindowRule::clock).toList();
  }

  private static AggregateConfig config(Map<String, String> options) {
    Map<String, String> all = new HashMap<>(options);
    all.put("kafka.bootstrap.servers", "unused:1");
    all.put("registry.schema.registry.url", "mock://unused");
    return AggregateConfig.from(Settings.load(Optional.empty(), Map.of(), all));
  }
}

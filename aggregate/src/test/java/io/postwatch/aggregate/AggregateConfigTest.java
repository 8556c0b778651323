// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postwatch.aggregate.windows.WindowRule;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.runtime.Settings;
import io.postwatch.runtime.SettingsException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AggregateConfigTest {
  @Test
  void countsByMinuteHourAndDayUnlessToldOtherwise() {
    CountingRules rules = config(Map.of()).rules();

    assertThat(rules.windows())
        .extracting(WindowRule::size)
        .containsExactly(WindowSize.MINUTE, WindowSize.HOUR, WindowSize.DAY);
    assertThat(rules.lateness()).isEqualTo(Lateness.DIVERT);
  }

  @Test
  void takesItsRulesFromTheSettings() {
    CountingRules rules =
        config(
                Map.of(
                    "aggregate.windows", "15m,1d",
                    "aggregate.grace.15m", "2h",
                    "aggregate.lateness", "accept",
                    "aggregate.max-future-skew", "1h"))
            .rules();

    assertThat(rules.windows())
        .containsExactly(
            new WindowRule(WindowSize.parse("15m"), Duration.ofHours(2)),
            WindowRule.posted(WindowSize.DAY));
    assertThat(rules.lateness()).isEqualTo(Lateness.ACCEPT);
    assertThat(rules.maxFutureSkew()).hasHours(1);
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
  void aWrongValueIsNamedWithItsKeyAndWhatWasExpected() {
    assertThatThrownBy(() -> config(Map.of("aggregate.windows", "1x")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("command line: aggregate.windows: ")
        .hasMessageContaining("such as 1m, 1h or 1d");
    assertThatThrownBy(() -> config(Map.of("aggregate.lateness", "drop")))
        .hasMessageContaining("aggregate.lateness: expected accept or divert, got 'drop'");
    assertThatThrownBy(() -> config(Map.of("aggregate.grace.1d", "long")))
        .hasMessageContaining("aggregate.grace.1d: expected a duration");
  }

  private static AggregateConfig config(Map<String, String> options) {
    Map<String, String> all = new HashMap<>(options);
    all.put("kafka.bootstrap.servers", "unused:1");
    all.put("registry.schema.registry.url", "mock://unused");
    return AggregateConfig.from(Settings.load(Optional.empty(), Map.of(), all));
  }
}

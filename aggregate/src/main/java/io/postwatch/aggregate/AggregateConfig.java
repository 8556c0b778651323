// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.aggregate.windows.WindowRule;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the aggregate stage does.
 *
 * @param rules how incidents are counted
 * @param kafka how to reach Kafka
 */
public record AggregateConfig(CountingRules rules, KafkaSettings kafka) {
  /** Window sizes that are counted unless others are named. */
  public static final List<WindowSize> DEFAULT_WINDOWS =
      List.of(WindowSize.MINUTE, WindowSize.HOUR, WindowSize.DAY);

  /**
   * Reads the section aggregate.
   *
   * @throws io.postwatch.runtime.SettingsException on a wrong value
   */
  public static AggregateConfig from(Settings settings) {
    Lateness lateness =
        settings.value("aggregate.lateness", Lateness.DIVERT, AggregateConfig::lateness);
    List<WindowSize> sizes = sizes(settings);
    CountingRules usual =
        lateness == Lateness.ACCEPT ? CountingRules.archive(sizes) : CountingRules.live(sizes);
    try {
      return new AggregateConfig(
          new CountingRules(
              windows(settings, sizes),
              settings.duration("aggregate.max-future-skew", usual.maxFutureSkew()),
              usual.idleAfter().map(idle -> settings.duration("aggregate.idle-after", idle)),
              settings.duration("aggregate.retention", usual.retention()),
              lateness),
          KafkaSettings.from(settings));
    } catch (IllegalArgumentException e) {
      throw settings.invalid("aggregate.windows", e.getMessage());
    }
  }

  private static List<WindowSize> sizes(Settings settings) {
    List<String> names = settings.list("aggregate.windows");
    try {
      return names.isEmpty()
          ? DEFAULT_WINDOWS
          : names.stream().map(WindowSize::parse).distinct().toList();
    } catch (IllegalArgumentException e) {
      throw settings.invalid("aggregate.windows", e.getMessage());
    }
  }

  private static List<WindowRule> windows(Settings settings, List<WindowSize> sizes) {
    return sizes.stream()
        .map(WindowRule::posted)
        .map(usual -> new WindowRule(usual.size(), grace(settings, usual)))
        .toList();
  }

  private static Duration grace(Settings settings, WindowRule usual) {
    return settings.duration("aggregate.grace." + usual.size(), usual.grace());
  }

  private static Lateness lateness(String name) {
    try {
      return Lateness.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("expected accept or divert", e);
    }
  }

  /**
   * Name of the Streams application, which holds its place in the input and its state: other window
   * sizes are another application, which counts all that is retained from the start.
   */
  String applicationId() {
    List<WindowSize> sizes = rules.windows().stream().map(WindowRule::size).toList();
    if (sizes.size() == DEFAULT_WINDOWS.size() && sizes.containsAll(DEFAULT_WINDOWS)) {
      return "postwatch-aggregate";
    }
    return sizes.stream()
        .map(WindowSize::toString)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining("-", "postwatch-aggregate-", ""));
  }
}

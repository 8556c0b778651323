// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.aggregate.alerts.AlertConfig;
import io.postwatch.aggregate.spikes.SpikePosts;
import io.postwatch.aggregate.spikes.SpikeRules;
import io.postwatch.aggregate.view.ViewRules;
import io.postwatch.aggregate.windows.WindowRule;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Settings;
import io.postwatch.runtime.http.HttpConfig;
import io.postwatch.schema.Clock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the aggregate stage does.
 *
 * @param rules how incidents are counted
 * @param spikes how spikes are told; empty: not at all
 * @param kafka how to reach Kafka
 * @param http where people and programs ask for what was counted; empty: nowhere
 * @param alerts who is told of spikes
 * @param view what is remembered to be shown of posts and incidents; empty: nothing
 */
public record AggregateConfig(
    CountingRules rules,
    Optional<SpikeRules> spikes,
    KafkaSettings kafka,
    Optional<HttpConfig> http,
    AlertConfig alerts,
    Optional<ViewRules> view) {
  /** Ends in the version of the stored state, which no other version can go on with. */
  private static final String APPLICATION = "postwatch-aggregate-v2";

  /** Window sizes that are counted unless others are named. */
  public static final List<WindowSize> DEFAULT_WINDOWS =
      List.of(WindowSize.MINUTE, WindowSize.HOUR, WindowSize.DAY);

  /**
   * Reads the section aggregate.
   *
   * @throws io.postwatch.runtime.SettingsException on a wrong value
   */
  public static AggregateConfig from(Settings settings) {
    return new AggregateConfig(
        rules(settings),
        spikes(settings),
        KafkaSettings.from(settings),
        HttpConfig.from(settings),
        AlertConfig.from(settings),
        view(settings));
  }

  /** The same, which answers and tells nobody, and so remembers nothing to be shown. */
  public AggregateConfig withoutHttp() {
    return new AggregateConfig(
        rules, spikes, kafka, Optional.empty(), AlertConfig.NONE, Optional.empty());
  }

  private static Optional<ViewRules> view(Settings settings) {
    boolean isOn = settings.choice("aggregate.view", Map.of("true", true, "false", false), true);
    try {
      ViewRules rules =
          new ViewRules(
              settings.duration("aggregate.remember", ViewRules.USUAL_REMEMBER),
              settings.number(
                  "aggregate.search-posts",
                  ViewRules.USUAL_POSTS,
                  ViewRules.LEAST_POSTS,
                  ViewRules.MOST_POSTS),
              settings.text("state-dir").map(directory -> Path.of(directory, "search")));
      return isOn ? Optional.of(rules) : Optional.empty();
    } catch (IllegalArgumentException e) {
      throw settings.invalid("aggregate", e.getMessage());
    }
  }

  /**
   * How the settings say that spikes are told; empty: not at all. Unless they say so they are told
   * where arrivals are counted: when an archive happened to be read says nothing.
   *
   * @throws io.postwatch.runtime.SettingsException on a wrong value
   */
  public static Optional<SpikeRules> spikes(Settings settings) {
    boolean isOn =
        settings.choice(
            "aggregate.spikes.enabled",
            Map.of("true", true, "false", false),
            rules(settings).clocks().contains(Clock.SEEN));
    SpikeRules usual = SpikeRules.USUAL;
    try {
      SpikeRules spikes =
          new SpikeRules(
              settings.duration("aggregate.spikes.interval", usual.interval()),
              settings.value(
                  "aggregate.spikes.times-per-week",
                  usual.timesPerWeek(),
                  AggregateConfig::timesPerWeek),
              number(settings, "least-authors", usual.leastAuthors()),
              number(settings, "least-outlets", usual.leastOutlets()),
              number(settings, "least-direct-authors", usual.leastDirectAuthors()));
      return isOn ? Optional.of(spikes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      throw settings.invalid("aggregate.spikes", e.getMessage());
    }
  }

  private static double timesPerWeek(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("expected a number such as 0.8", e);
    }
  }

  private static int number(Settings settings, String name, int usual) {
    return settings.number("aggregate.spikes." + name, usual, 1, SpikePosts.MOST_AUTHORS);
  }

  /**
   * How the settings say that incidents are counted.
   *
   * @throws io.postwatch.runtime.SettingsException on a wrong value
   */
  public static CountingRules rules(Settings settings) {
    Lateness lateness =
        settings.value("aggregate.lateness", Lateness.DIVERT, AggregateConfig::lateness);
    List<WindowRule> windows = windows(settings, lateness);
    CountingRules usual =
        lateness == Lateness.ACCEPT ? CountingRules.archive(windows) : CountingRules.live(windows);
    Duration interval = settings.duration("aggregate.update-interval", usual.updateInterval());
    try {
      return new CountingRules(
          windows,
          settings.duration("aggregate.max-future-skew", usual.maxFutureSkew()),
          usual.idleAfter().map(idle -> settings.duration("aggregate.idle-after", idle)),
          settings.duration("aggregate.retention", usual.retention()),
          lateness,
          interval,
          settings.number(
              "aggregate.exact-up-to",
              usual.exactUpTo(),
              CountingRules.LEAST_EXACT,
              CountingRules.MOST_EXACT));
    } catch (IllegalArgumentException e) {
      throw settings.invalid("aggregate", e.getMessage());
    }
  }

  private static List<WindowRule> windows(Settings settings, Lateness lateness) {
    List<WindowSize> sizes = sizes(settings);
    requireGraceOfSizes(settings);
    try {
      return clocks(settings, lateness).stream()
          .flatMap(clock -> WindowRule.usual(clock, sizes).stream())
          .map(usual -> withGrace(settings, usual))
          .toList();
    } catch (IllegalArgumentException e) {
      throw settings.invalid("aggregate.grace", e.getMessage());
    }
  }

  private static List<WindowSize> sizes(Settings settings) {
    List<String> names = settings.list("aggregate.windows");
    try {
      List<WindowSize> sizes = names.stream().map(WindowSize::parse).distinct().toList();
      if (sizes.size() > CountingRules.MOST_WINDOWS) {
        throw new IllegalArgumentException(
            "expected 1 to " + CountingRules.MOST_WINDOWS + " sizes, found " + sizes.size());
      }
      return sizes.isEmpty() ? DEFAULT_WINDOWS : sizes;
    } catch (IllegalArgumentException e) {
      throw settings.invalid("aggregate.windows", e.getMessage());
    }
  }

  // An archive says when its posts were written; when it was read into here says nothing.
  private static Set<Clock> clocks(Settings settings, Lateness lateness) {
    List<String> names = settings.list("aggregate.clocks");
    Set<Clock> clocks = EnumSet.noneOf(Clock.class);
    for (String name : names) {
      clocks.add(clock(settings, name));
    }
    if (!clocks.isEmpty()) {
      return clocks;
    }
    return lateness == Lateness.ACCEPT ? EnumSet.of(Clock.POSTED) : EnumSet.allOf(Clock.class);
  }

  private static Clock clock(Settings settings, String name) {
    try {
      return Clock.valueOf(name.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw settings.invalid("aggregate.clocks", "expected posted, seen or both");
    }
  }

  private static WindowRule withGrace(Settings settings, WindowRule usual) {
    Duration grace = settings.duration(graceKey(usual.clock()) + usual.size(), usual.grace());
    return new WindowRule(usual.clock(), usual.size(), grace);
  }

  // A size may well have a grace without being counted, but nothing else can have one.
  private static void requireGraceOfSizes(Settings settings) {
    for (Clock clock : Clock.values()) {
      for (String size : settings.section(graceSection(clock)).keySet()) {
        try {
          WindowSize.parse(size);
        } catch (IllegalArgumentException e) {
          throw settings.invalid(graceKey(clock) + size, e.getMessage());
        }
      }
    }
  }

  private static String graceKey(Clock clock) {
    return graceSection(clock) + ".";
  }

  private static String graceSection(Clock clock) {
    return "aggregate.grace." + clock.name().toLowerCase(Locale.ROOT);
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
   * sizes, or the SEEN clock alone, are another application, which counts all that is retained from
   * the start. The SEEN clock beside POSTED is not: it counts what arrives from then on, and POSTED
   * goes on with what it has.
   */
  String applicationId() {
    Set<WindowSize> sizes =
        rules.windows().stream().map(WindowRule::size).collect(Collectors.toSet());
    StringBuilder id = new StringBuilder(APPLICATION);
    if (!sizes.equals(Set.copyOf(DEFAULT_WINDOWS))) {
      sizes.stream()
          .map(WindowSize::toString)
          .sorted()
          .forEach(size -> id.append('-').append(size));
    }
    if (rules.windows(Clock.POSTED).isEmpty()) {
      id.append("-seen");
    }
    return id.toString();
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import io.postwatch.aggregate.AggregateConfig;
import io.postwatch.aggregate.spikes.SpikeRules;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a page needs to know before it asks anything.
 *
 * @param version of Postwatch; null where it was not built as a jar
 * @param startedAt when the first instance at work was started; null while not ready
 * @param clocks that are counted by
 * @param sizes of windows, the smallest first
 * @param spikes how spikes are told
 * @param now the wall clock's time here
 * @param watermarks how far each clock is; null where it has not met any time
 * @param instances how many are at work
 * @param ready whether questions are answered
 * @param links where what else there is to read lies
 */
record Status(
    String version,
    Instant startedAt,
    List<Clock> clocks,
    List<String> sizes,
    Spikes spikes,
    Instant now,
    Map<Clock, Instant> watermarks,
    int instances,
    boolean ready,
    Map<String, String> links) {

  /**
   * How spikes are told.
   *
   * @param interval in which new posts are counted; null where spikes are not told
   */
  record Spikes(boolean enabled, String interval) {}

  /**
   * @param horizon empty while questions are not answered
   */
  static Status of(AggregateConfig config, Optional<Horizon> horizon, Instant now) {
    Map<Clock, Instant> watermarks = new EnumMap<>(Clock.class);
    for (Clock clock : config.rules().clocks()) {
      watermarks.put(clock, horizon.flatMap(known -> known.now(clock)).orElse(null));
    }
    return new Status(
        Status.class.getPackage().getImplementationVersion(),
        horizon.map(Horizon::startedAt).orElse(null),
        List.copyOf(watermarks.keySet()),
        config.rules().windows().stream()
            .map(window -> window.size())
            .distinct()
            .sorted()
            .map(WindowSize::toString)
            .toList(),
        new Spikes(
            config.spikes().isPresent(),
            config.spikes().map(SpikeRules::interval).map(Status::text).orElse(null)),
        now,
        watermarks,
        horizon.map(Horizon::instances).orElse(0),
        horizon.isPresent(),
        Map.of(
            "openapi", QueryApi.BASE + "/openapi.json",
            "feed", QueryApi.BASE + "/feed",
            "dashboard", "/"));
  }

  private static String text(Duration interval) {
    return WindowSize.of(interval).toString();
  }
}

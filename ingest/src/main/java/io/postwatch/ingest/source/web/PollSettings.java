// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web;

import io.postwatch.ingest.source.web.listing.Pages;
import io.postwatch.runtime.Durations;
import io.postwatch.runtime.Settings;
import io.postwatch.runtime.SettingsException;
import java.time.Duration;
import java.util.Map;

/**
 * How addresses are asked for what is new.
 *
 * @param interval between two times
 * @param maxEntries the most entries of a feed or sitemap that are read, the newest
 * @param pages for which entries of a feed the page is fetched
 */
public record PollSettings(Duration interval, int maxEntries, Pages pages) {
  public static final PollSettings DEFAULT =
      new PollSettings(Duration.ofMinutes(5), 500, Pages.AUTO);

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final int MOST_ENTRIES = 50_000;

  /**
   * Reads the section ingest.fetch.
   *
   * @throws SettingsException on a wrong value
   */
  public static PollSettings from(Settings settings) {
    return new PollSettings(
        settings.value("ingest.fetch.poll-interval", DEFAULT.interval, PollSettings::interval),
        settings.number("ingest.fetch.max-entries", DEFAULT.maxEntries, 1, MOST_ENTRIES),
        settings.choice(
            "ingest.fetch.pages",
            Map.of("auto", Pages.AUTO, "always", Pages.ALWAYS, "never", Pages.NEVER),
            DEFAULT.pages));
  }

  private static Duration interval(String text) {
    Duration interval = Durations.parse(text);
    if (interval.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("expected a duration of at least 1s, such as 5m");
    }
    return interval;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import io.postwatch.enrich.topics.LiveTopics;
import io.postwatch.enrich.topics.TopicsFileException;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Settings;
import io.postwatch.runtime.SettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The enrich stage's settings.
 *
 * @param topics the user's; empty where those in the jar are wanted
 * @param remember for how long edits and deletions of a post find what it reported
 * @param kafka how Kafka is reached
 */
public record EnrichConfig(Optional<LiveTopics> topics, Duration remember, KafkaSettings kafka) {
  /** As long as posts are retained. */
  private static final Duration REMEMBER = Duration.ofDays(30);

  /** The store drops what is old in pieces of a minute at the least. */
  private static final Duration LEAST = Duration.ofMinutes(1);

  private static final Duration MOST = Duration.ofDays(3660);

  /**
   * Reads the settings, and the topics.
   *
   * @throws SettingsException on a wrong value, or topics that cannot be used
   */
  public static EnrichConfig from(Settings settings) {
    return new EnrichConfig(topics(settings), remember(settings), KafkaSettings.from(settings));
  }

  /**
   * How long posts are remembered.
   *
   * @throws SettingsException when it is no such time
   */
  static Duration remember(Settings settings) {
    Duration remember = settings.duration("enrich.remember", REMEMBER);
    if (remember.compareTo(LEAST) < 0 || remember.compareTo(MOST) > 0) {
      throw settings.invalid("enrich.remember", "expected 1m to 3660d");
    }
    return remember;
  }

  /**
   * The topics of the file that the settings name; empty where they name none.
   *
   * @throws SettingsException when they cannot be used
   */
  public static Optional<LiveTopics> topics(Settings settings) {
    Optional<String> file = settings.text("enrich.topics");
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LiveTopics.of(Path.of(file.get())));
    } catch (TopicsFileException | IOException e) {
      throw new SettingsException(e.getMessage());
    }
  }
}

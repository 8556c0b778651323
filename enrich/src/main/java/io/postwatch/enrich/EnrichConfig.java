// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import io.postwatch.enrich.topics.LiveTopics;
import io.postwatch.enrich.topics.TopicsFileException;
import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Settings;
import io.postwatch.runtime.SettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The enrich stage's settings.
 *
 * @param topics the user's; empty where those in the jar are wanted
 * @param kafka how Kafka is reached
 */
public record EnrichConfig(Optional<LiveTopics> topics, KafkaSettings kafka) {

  /**
   * Reads the settings, and the topics.
   *
   * @throws SettingsException on a wrong value, or topics that cannot be used
   */
  public static EnrichConfig from(Settings settings) {
    return new EnrichConfig(topics(settings), KafkaSettings.from(settings));
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

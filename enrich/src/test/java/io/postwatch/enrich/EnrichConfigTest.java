// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postwatch.enrich.topics.LiveTopics;
import io.postwatch.runtime.Settings;
import io.postwatch.runtime.SettingsException;
import io.postwatch.schema.TopicMention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichConfigTest {
  @TempDir private Path directory;

  @Test
  void withoutASettingThereAreNoTopicsOfTheUser() {
    assertThat(EnrichConfig.topics(settings(Map.of()))).isEmpty();
  }

  @Test
  void topicsComeFromTheFileThatTheEnvironmentNames() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("topics.yaml"),
            "topics: [{id: rain, title: Rain, patterns: {0.5: [rain]}}]");

    try (LiveTopics topics =
        EnrichConfig.topics(settings(Map.of("POSTWATCH_ENRICH_TOPICS", file.toString())))
            .orElseThrow()) {
      assertThat(Annotator.withTopics(topics).annotate("rain, and a strike").topics())
          .extracting(TopicMention::getTopic)
          .containsExactly("rain");
    }
  }

  @Test
  void topicsThatCannotBeUsedAreToldAtTheStart() throws IOException {
    Path bad = Files.writeString(directory.resolve("bad.yaml"), "topics: rain");

    assertThatThrownBy(
            () -> EnrichConfig.topics(settings(Map.of("POSTWATCH_ENRICH_TOPICS", bad.toString()))))
        .isInstanceOf(SettingsException.class)
        .hasMessage(bad + ", line 1, column 9: expected a list, got the text 'rain'");
    assertThatThrownBy(
            () -> EnrichConfig.topics(settings(Map.of("POSTWATCH_ENRICH_TOPICS", "absent.yaml"))))
        .isInstanceOf(SettingsException.class)
        .hasMessage("absent.yaml: no such file; expected topics in YAML");
  }

  @Test
  void postsAreRememberedForThirtyDaysUnlessToldOtherwise() {
    assertThat(EnrichConfig.remember(settings(Map.of()))).isEqualTo(Duration.ofDays(30));
    assertThat(EnrichConfig.remember(settings(Map.of("POSTWATCH_ENRICH_REMEMBER", "12h"))))
        .isEqualTo(Duration.ofHours(12));
    assertThatThrownBy(
            () -> EnrichConfig.remember(settings(Map.of("POSTWATCH_ENRICH_REMEMBER", "0s"))))
        .isInstanceOf(SettingsException.class)
        .hasMessage("environment: enrich.remember: expected 1m to 3660d, got '0s'");
  }

  private static Settings settings(Map<String, String> environment) {
    return Settings.load(Optional.empty(), environment, Map.of());
  }
}

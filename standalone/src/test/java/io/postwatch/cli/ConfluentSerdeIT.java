// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postwatch.runtime.KafkaSettings;
import io.postwatch.runtime.Settings;
import io.postwatch.runtime.SettingsException;
import io.postwatch.standalone.Newsroom;
import io.postwatch.standalone.Newsroom.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Settings alone put Confluent's genuine serde in the place of ours; the Maven profile {@code
 * confluent} only lays it on the class path.
 */
class ConfluentSerdeIT {
  private static final Path GENUINE = Path.of("target", "confluent", "confluent.jar");

  @TempDir Path directory;
  private Path settings;

  @BeforeEach
  void write() throws IOException {
    settings =
        Files.writeString(
            directory.resolve("postwatch.yaml"),
            """
            serde:
              serializer: io.confluent.kafka.serializers.KafkaAvroSerializer
              deserializer: io.confluent.kafka.serializers.KafkaAvroDeserializer
            """);
  }

  @Test
  void thePipelineCountsTheSameWithConfluentsSerde() throws Exception {
    Path article =
        Newsroom.article(
            directory.resolve("a.html"),
            "https://news.example/a",
            Post.at(Instant.parse("2025-03-01T08:00:00Z"), 1, "one", "Huge protest in Kenya"),
            Post.at(Instant.parse("2025-03-01T09:30:00Z"), 2, "two", "Flood in Chile, 3 killed"));

    try (PostwatchProcess ours =
            PostwatchProcess.start("run", "--once", "--json", "--window", "1d", article);
        PostwatchProcess genuine =
            PostwatchProcess.startWith(
                List.of(GENUINE),
                List.of(
                    "run", "--once", "--json", "--window", "1d", "--config", settings, article))) {
      assertThat(ours.result().json())
          .as(ours.err())
          .extracting(count -> count.get("topic").asText())
          .contains("protest", "casualties");
      assertThat(genuine.result().json())
          .as(genuine.err())
          .containsExactlyInAnyOrderElementsOf(ours.result().json());
    }
  }

  /** Which shows, too, that the settings above are heeded. */
  @Test
  void aSerdeThatIsNotOnTheClassPathIsNamedInOneLine() {
    KafkaSettings kafka =
        KafkaSettings.from(
            Settings.load(
                Optional.of(settings),
                Map.of(),
                Map.of(
                    "kafka.bootstrap.servers", "127.0.0.1:1",
                    "registry.schema.registry.url", "mock://absent")));

    assertThatThrownBy(kafka::valueSerde)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("io.confluent.kafka.serializers.KafkaAvroSerializer is not on")
        .message()
        .doesNotContain("\n");
  }
}

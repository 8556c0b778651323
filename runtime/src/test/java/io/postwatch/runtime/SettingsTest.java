// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("postwatch.yaml");
  }

  @Test
  void readsTheFile() throws Exception {
    Settings settings = from("aggregate:\n  windows: [1m, 1d]\n  idle-after: 30s\n");

    assertThat(settings.list("aggregate.windows")).containsExactly("1m", "1d");
    assertThat(settings.duration("aggregate.idle-after", Duration.ZERO)).hasSeconds(30);
  }

  @Test
  void theEnvironmentOverridesTheFileAndOptionsOverrideBoth() throws Exception {
    Files.writeString(
        file, "aggregate:\n  idle-after: 30s\n  retention: 1d\ntopics:\n  partitions: 2\n");

    Settings settings =
        Settings.load(
            Optional.of(file),
            Map.of("POSTWATCH_AGGREGATE_IDLE_AFTER", "20s", "POSTWATCH_TOPICS_PARTITIONS", "8"),
            Map.of("aggregate.idle-after", "10s"));

    assertThat(settings.duration("aggregate.idle-after", Duration.ZERO)).hasSeconds(10);
    assertThat(settings.number("topics.partitions", 1, 1, 100)).isEqualTo(8);
    assertThat(settings.duration("aggregate.retention", Duration.ZERO)).hasDays(1);
  }

  @Test
  void listsCanBeGivenWithCommas() {
    Settings settings =
        Settings.load(Optional.empty(), Map.of("POSTWATCH_INGEST_HANDLES", "one,two"), Map.of());

    assertThat(settings.list("ingest.handles")).containsExactly("one", "two");
  }

  @Test
  void sectionsGoThroughUntouched() throws Exception {
    Files.writeString(
        file, "kafka:\n  security.protocol: SASL_SSL\n  sasl:\n    mechanism: PLAIN\n");

    Settings settings =
        Settings.load(
            Optional.of(file),
            Map.of("POSTWATCH_KAFKA_BOOTSTRAP_SERVERS", "a:1,b:2"),
            Map.of("kafka.client.id", "me"));

    assertThat(settings.section("kafka"))
        .containsOnly(
            Map.entry("security.protocol", "SASL_SSL"),
            Map.entry("sasl.mechanism", "PLAIN"),
            Map.entry("bootstrap.servers", "a:1,b:2"),
            Map.entry("client.id", "me"));
  }

  @Test
  void otherProgramsVariablesAreIgnored() {
    Settings settings =
        Settings.load(Optional.empty(), Map.of("KAFKA_BOOTSTRAP_SERVERS", "a:1"), Map.of());

    assertThat(settings.section("kafka")).isEmpty();
  }

  @Test
  void anUnknownKeyIsNamedWithItsFileAndTheKeysExpected() {
    assertThatThrownBy(() -> from("aggregate:\n  window: 1m\n"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("unknown key aggregate.window;")
        .hasMessageContaining("aggregate.windows")
        .hasMessageNotContaining("ingest")
        .hasMessageNotContaining("\n");
  }

  @Test
  void anUnknownVariableIsNamed() {
    assertThatThrownBy(
            () -> Settings.load(Optional.empty(), Map.of("POSTWATCH_INGEST_HANDEL", "x"), Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("ingest.handel");
  }

  @Test
  void aWrongValueIsNamedWithWhatWasExpected() throws Exception {
    Settings settings = from("aggregate:\n  idle-after: soon\ntopics:\n  partitions: 0\n");

    assertThatThrownBy(() -> settings.duration("aggregate.idle-after", Duration.ZERO))
        .hasMessageContaining(file.toString())
        .hasMessageContaining("aggregate.idle-after: expected a duration such as")
        .hasMessageContaining("got 'soon'");
    assertThatThrownBy(() -> settings.number("topics.partitions", 1, 1, 100))
        .hasMessageContaining("topics.partitions: expected a whole number from 1 to 100, got '0'");
  }

  @Test
  void brokenYamlAndMissingFilesAreOneLine() {
    assertThatThrownBy(() -> from("aggregate: [1m\n"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("expected YAML")
        .hasMessageNotContaining("\n");
    assertThatThrownBy(
            () -> Settings.load(Optional.of(directory.resolve("none")), Map.of(), Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageEndingWith("none: no such file; expected settings in YAML");
  }

  private Settings from(String yaml) throws Exception {
    Files.writeString(file, yaml);
    return Settings.load(Optional.of(file), Map.of(), Map.of());
  }
}

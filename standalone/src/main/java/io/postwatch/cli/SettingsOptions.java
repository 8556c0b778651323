// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.runtime.Settings;
import io.postwatch.runtime.StageRunner;
import io.postwatch.runtime.logging.LogFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the settings come from. */
final class SettingsOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings in YAML; postwatch.yaml in this directory when there is one.")
  private Path file;

  @Option(
      names = "--log-format",
      paramLabel = "text|json",
      description = "How log lines are written to stderr: for people, or one JSON object each.")
  private String logFormat;

  /**
   * The file's settings, the environment's over them, and {@code options} over both. From here on
   * the log is written as they say.
   */
  Settings load(Map<String, String> options) {
    Map<String, String> all = new HashMap<>(options);
    if (logFormat != null) {
      all.put("logging.format", logFormat);
    }
    Settings settings =
        Settings.load(
            Optional.ofNullable(file)
                .or(() -> Optional.of(StageRunner.DEFAULT_FILE).filter(Files::exists)),
            System.getenv(),
            all);
    LogFormat.from(settings).apply();
    return settings;
  }

  /** Adds a list, unless it is empty: then the file's stands. */
  static void put(Map<String, String> settings, String key, Collection<String> values) {
    if (!values.isEmpty()) {
      // A comma parts the values of a list, so one that stands in a value is escaped.
      settings.put(key, String.join(",", values.stream().map(v -> v.replace(",", "\\,")).toList()));
    }
  }
}

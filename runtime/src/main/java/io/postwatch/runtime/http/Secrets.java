// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.http;

import io.postwatch.runtime.Settings;
import io.postwatch.runtime.SettingsException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Settings that are secret: given as they are, or in a file; no complaint repeats them. */
record Secrets(Settings settings) {
  private static final String FILE = "-file";

  /**
   * The value of a key, or the first line of the file that the key with {@code -file} names.
   *
   * @throws SettingsException when both are set, or the file cannot be read or is empty
   */
  Optional<String> of(String key) {
    Optional<String> direct = settings.text(key);
    Optional<String> file = settings.text(key + FILE);
    if (direct.isPresent() && file.isPresent()) {
      throw wrong(key + FILE, "expected it or " + key + ", not both");
    }
    return direct.or(() -> file.map(path -> line(key + FILE, path)));
  }

  /** The key under which a secret is set. */
  String key(String key) {
    return settings.text(key).isPresent() ? key : key + FILE;
  }

  SettingsException wrong(String key, String expected) {
    return settings.invalidSecret(key, expected);
  }

  private String line(String key, String path) {
    String text = new String(SettingsFile.bytes(settings, key, path), StandardCharsets.UTF_8);
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .orElseThrow(() -> settings.invalid(key, "expected a file whose first line is the secret"));
  }
}

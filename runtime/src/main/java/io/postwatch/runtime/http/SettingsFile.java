// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.http;

import io.postwatch.runtime.Settings;
import io.postwatch.runtime.SettingsException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Small files that settings name. */
final class SettingsFile {
  private static final int LONGEST = 1 << 20;

  private SettingsFile() {}

  /**
   * What a file holds.
   *
   * @param key the setting that names it
   * @throws SettingsException when it cannot be read, or is larger than a megabyte
   */
  static byte[] bytes(Settings settings, String key, String path) {
    try {
      Path file = Path.of(path);
      if (!Files.isRegularFile(file)) {
        throw new NoSuchFileException(path);
      }
      if (Files.size(file) > LONGEST) {
        throw settings.invalid(key, "expected a file of at most 1 MiB");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException | InvalidPathException e) {
      throw settings.invalid(key, "expected a file, found none");
    } catch (AccessDeniedException e) {
      throw settings.invalid(key, "expected a file that may be read, permission denied");
    } catch (IOException e) {
      throw settings.invalid(key, "expected a file, it cannot be read (" + e.getMessage() + ")");
    }
  }
}

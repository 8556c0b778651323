// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import io.postwatch.runtime.Settings;
import io.postwatch.runtime.SettingsException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where alerts are told of.
 *
 * @param file alert rules; empty: there are none
 * @param dashboard where people reach the dashboard; empty: alerts do not link to it
 */
public record AlertConfig(Optional<Path> file, Optional<URI> dashboard) {
  public static final AlertConfig NONE = new AlertConfig(Optional.empty(), Optional.empty());

  /**
   * Reads {@code aggregate.alerts} and {@code http.public-url}.
   *
   * @throws SettingsException on a wrong value, or alert rules that cannot be used
   */
  public static AlertConfig from(Settings settings) {
    Optional<Path> file = settings.value("aggregate.alerts", Optional.empty(), AlertConfig::path);
    // It is read again when it is used; who made a mistake is told before anything is started.
    file.ifPresent(AlertRulesFile::read);
    return new AlertConfig(
        file, settings.value("http.public-url", Optional.empty(), AlertConfig::url));
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("expected a path", e);
    }
  }

  private static Optional<URI> url(String text) {
    try {
      URI url = new URI(text);
      boolean isWeb = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      if (isWeb && url.getHost() != null && url.getFragment() == null && url.getQuery() == null) {
        return Optional.of(url);
      }
    } catch (URISyntaxException e) {
      // The same complaint as of an address of another kind.
    }
    throw new IllegalArgumentException("expected a URL such as https://watch.example/postwatch");
  }
}

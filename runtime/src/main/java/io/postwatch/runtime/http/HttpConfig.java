// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.http;

import io.postwatch.runtime.Settings;
import java.util.Optional;

/**
 * How a process answers over HTTP.
 *
 * @param bind where it listens
 * @param advertised under what other instances reach it; empty: where it listens
 */
public record HttpConfig(HostPort bind, Optional<HostPort> advertised) {
  /** Where a browser on the same machine finds it unless settings say otherwise. */
  public static final int USUAL_PORT = 8080;

  private static final String LOOPBACK = "127.0.0.1";
  private static final int HIGHEST_PORT = 65_535;

  /**
   * Reads the section http; empty where no port is named: then nothing is answered.
   *
   * @throws io.postwatch.runtime.SettingsException on a wrong value
   */
  public static Optional<HttpConfig> from(Settings settings) {
    if (settings.text("http.port").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new HttpConfig(
            new HostPort(
                settings.text("http.host").orElse(LOOPBACK),
                settings.number("http.port", USUAL_PORT, 0, HIGHEST_PORT)),
            settings.value(
                "http.advertised", Optional.empty(), text -> Optional.of(HostPort.parse(text)))));
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.http;

import io.postwatch.runtime.Settings;
import java.util.List;
import java.util.Optional;

/**
 * How a process answers over HTTP.
 *
 * @param bind where it listens
 * @param advertised under what other instances reach it; empty: where it listens
 * @param access who may ask
 * @param tls how it proves who it is; empty: not at all
 * @param hosts further names by which it is called
 */
public record HttpConfig(
    HostPort bind,
    Optional<HostPort> advertised,
    Access access,
    Optional<Tls> tls,
    List<String> hosts) {
  /** Where a browser on the same machine finds it unless settings say otherwise. */
  public static final int USUAL_PORT = 8080;

  private static final String LOOPBACK = "127.0.0.1";
  private static final int HIGHEST_PORT = 65_535;

  public HttpConfig {
    hosts = List.copyOf(hosts);
  }

  /** Where anybody on this machine may ask, and nobody else. */
  public static HttpConfig loopback(int port) {
    return new HttpConfig(
        new HostPort(LOOPBACK, port), Optional.empty(), Access.OPEN, Optional.empty(), List.of());
  }

  /** Of URLs. */
  public String scheme() {
    return tls.isPresent() ? "https" : "http";
  }

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
                "http.advertised", Optional.empty(), text -> Optional.of(HostPort.parse(text))),
            Access.from(settings),
            Tls.from(settings),
            settings.list("http.hosts")));
  }
}

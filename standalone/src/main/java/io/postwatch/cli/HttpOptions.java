// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.runtime.Settings;
import io.postwatch.runtime.http.HttpConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where the dashboard and the API are. */
final class HttpOptions {
  private static final String PORT = "http.port";

  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      description = "Where the dashboard and the API are, 0 for any free port; usually 8080.")
  private Integer port;

  /** Takes the usual port where neither an option nor the settings name one. */
  void addTo(Map<String, String> options, Settings given) {
    if (port != null) {
      options.put(PORT, port.toString());
    } else if (given.text(PORT).isEmpty()) {
      options.put(PORT, Integer.toString(HttpConfig.USUAL_PORT));
    }
  }

  /** The same, but any free port where the usual one is taken: nobody asked for that one. */
  void addFreeTo(Map<String, String> options, Settings given) {
    boolean isChosen = port != null || given.text(PORT).isPresent();
    addTo(options, given);
    if (!isChosen && !isFree(HttpConfig.USUAL_PORT)) {
      options.put(PORT, "0");
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort() == port;
    } catch (IOException e) {
      return false;
    }
  }
}

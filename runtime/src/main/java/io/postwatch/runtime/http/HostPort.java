// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.http;

/**
 * Where a server is reached.
 *
 * @param host a name or an address, IPv6 without brackets
 * @param port from 0 to 65535; 0 asks for any free one
 */
public record HostPort(String host, int port) {
  private static final int HIGHEST_PORT = 65_535;

  /**
   * Reads {@code host:port}, or {@code [address]:port} for an IPv6 address.
   *
   * @throws IllegalArgumentException with what was expected
   */
  public static HostPort parse(String text) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? "" : text.substring(0, colon);
    boolean isBracketed = host.startsWith("[") && host.endsWith("]");
    if (isBracketed) {
      host = host.substring(1, host.length() - 1);
    }
    if (host.isBlank() || host.contains(":") != isBracketed) {
      throw new IllegalArgumentException("expected host:port");
    }
    try {
      int port = Integer.parseInt(text.substring(colon + 1));
      if (port >= 1 && port <= HIGHEST_PORT) {
        return new HostPort(host, port);
      }
    } catch (NumberFormatException e) {
      // The same complaint as of a number that is no port.
    }
    throw new IllegalArgumentException("expected host:port with a port from 1 to " + HIGHEST_PORT);
  }

  /** As it stands in a URL. */
  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}

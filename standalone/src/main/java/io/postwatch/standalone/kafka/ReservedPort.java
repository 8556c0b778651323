// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * A loopback port held by an open socket until the broker is about to bind it.
 *
 * <p>Two ports picked one after the other, each closed at once, can turn out the same.
 */
final class ReservedPort implements AutoCloseable {
  private final ServerSocket socket;

  /**
   * Reserves a port.
   *
   * @param wanted the port, or 0 for any free one
   */
  ReservedPort(int wanted) throws IOException {
    try {
      socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress());
    } catch (IOException taken) {
      throw new IOException("port " + wanted + " is taken; name another, or 0 for a free one");
    }
  }

  int number() {
    return socket.getLocalPort();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

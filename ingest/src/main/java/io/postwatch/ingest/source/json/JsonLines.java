// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** One value a line, so that a broken one ends with its line; blank lines are passed over. */
final class JsonLines implements JsonFrames {
  private final InputStream in;
  private final byte[] buffer = new byte[64 << 10];
  private final FrameBuffer line = new FrameBuffer();
  private int next;
  private int limit;
  private long number;

  JsonLines(InputStream in) {
    this.in = in;
  }

  @Override
  public Optional<Frame> next() throws IOException {
    while (next < limit || fill()) {
      number++;
      boolean isWhole = readLine();
      byte[] bytes = line.take();
      if (!isBlank(bytes)) {
        return Optional.of(new Frame("line " + number, bytes, isWhole));
      }
    }
    return Optional.empty();
  }

  private boolean readLine() throws IOException {
    while (next < limit || fill()) {
      int end = next;
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      line.add(buffer, next, end);
      next = Math.min(end + 1, limit);
      if (end < limit) {
        break;
      }
    }
    return !line.isFull();
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0 || b > ' ') {
        return false;
      }
    }
    return true;
  }

  private boolean fill() throws IOException {
    next = 0;
    limit = Math.max(0, in.read(buffer));
    return limit > 0;
  }
}

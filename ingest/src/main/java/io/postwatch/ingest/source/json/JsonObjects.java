// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Objects over any number of lines: in an array, or one after the other. What stands between them,
 * as the assignment before an array in an archive export, is passed over.
 */
final class JsonObjects implements JsonFrames {
  private final InputStream in;
  private final byte[] buffer = new byte[64 << 10];
  private final FrameBuffer object = new FrameBuffer();
  private int next;
  private int limit;
  private long filled;

  JsonObjects(InputStream in) {
    this.in = in;
  }

  @Override
  public Optional<Frame> next() throws IOException {
    if (!isAtObject()) {
      return Optional.empty();
    }
    String place = "byte " + (filled - limit + next);
    boolean isEnded = readObject();
    boolean isWhole = isEnded && !object.isFull();
    return Optional.of(new Frame(place, object.take(), isWhole));
  }

  private boolean isAtObject() throws IOException {
    while (next < limit || fill()) {
      while (next < limit) {
        if (buffer[next] == '{') {
          return true;
        }
        next++;
      }
    }
    return false;
  }

  /** False when the stream ends inside it. */
  private boolean readObject() throws IOException {
    Nesting nesting = new Nesting();
    while (next < limit || fill()) {
      int start = next;
      while (next < limit && !nesting.isEnd(buffer[next++])) {
        continue;
      }
      object.add(buffer, start, next);
      if (nesting.isClosed()) {
        return true;
      }
    }
    return false;
  }

  private boolean fill() throws IOException {
    next = 0;
    limit = Math.max(0, in.read(buffer));
    filled += limit;
    return limit > 0;
  }

  /** Counts braces outside of strings. */
  private static final class Nesting {
    private int depth;
    private boolean inString;
    private boolean isEscaped;

    boolean isEnd(byte b) {
      if (isEscaped) {
        isEscaped = false;
      } else if (inString) {
        isEscaped = b == '\\';
        // No string of JSON goes over lines: one that does was never closed.
        inString = b != '"' && b != '\n';
      } else {
        inString = b == '"';
        depth += b == '{' ? 1 : b == '}' ? -1 : 0;
      }
      return isClosed();
    }

    boolean isClosed() {
      return depth == 0 && !inString;
    }
  }
}

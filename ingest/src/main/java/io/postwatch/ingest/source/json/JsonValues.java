// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Objects over any number of lines: in an array, or one after the other. Other values between them
 * are given too, since none of them should be there. What stands before the first bracket, as the
 * assignment in an archive export, is passed over.
 */
final class JsonValues implements JsonFrames {
  private final InputStream in;
  private final byte[] buffer = new byte[64 << 10];
  private final FrameBuffer value = new FrameBuffer();
  private int next;
  private int limit;
  private long filled;
  private boolean isBegun;

  JsonValues(InputStream in) {
    this.in = in;
  }

  @Override
  public Optional<Frame> next() throws IOException {
    if (!isAtValue()) {
      return Optional.empty();
    }
    String place = "byte " + (filled - limit + next);
    boolean isEnded = buffer[next] == '{' ? readObject() : readOther();
    boolean isWhole = isEnded && !value.isFull();
    return Optional.of(new Frame(place, value.take(), isWhole));
  }

  private boolean isAtValue() throws IOException {
    while (next < limit || fill()) {
      byte b = buffer[next];
      isBegun |= b == '{' || b == '[';
      if (isBegun && !isBetween(b)) {
        return true;
      }
      next++;
    }
    return false;
  }

  private static boolean isBetween(byte b) {
    return b >= 0 && b <= ' ' || b == ',' || b == ':' || b == ';' || isBracket(b) && b != '{';
  }

  private static boolean isBracket(byte b) {
    return b == '[' || b == ']' || b == '{' || b == '}';
  }

  /** False when the stream ends inside it. */
  private boolean readObject() throws IOException {
    Nesting nesting = new Nesting();
    while (next < limit || fill()) {
      int start = next;
      while (next < limit && !nesting.isEnd(buffer[next++])) {
        continue;
      }
      value.add(buffer, start, next);
      if (nesting.isClosed()) {
        return true;
      }
    }
    return false;
  }

  /** What is no object ends with its line at the latest, or with the stream. */
  private boolean readOther() throws IOException {
    boolean inString = false;
    boolean isEscaped = false;
    while (next < limit || fill()) {
      int start = next;
      for (; next < limit; next++) {
        byte b = buffer[next];
        if (b == '\n' || !inString && (b == ',' || isBracket(b))) {
          value.add(buffer, start, next);
          return true;
        }
        inString ^= b == '"' && !isEscaped;
        isEscaped = inString && b == '\\' && !isEscaped;
      }
      value.add(buffer, start, next);
    }
    return true;
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

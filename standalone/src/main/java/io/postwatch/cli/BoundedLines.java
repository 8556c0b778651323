// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import java.io.BufferedReader;
import java.io.IOException;

/** Lines of a text, of which a longer one than allowed is read to its end but not kept whole. */
final class BoundedLines {
  private final BufferedReader in;
  private final int maxChars;
  private long number;

  BoundedLines(BufferedReader in, int maxChars) {
    this.in = in;
    this.maxChars = maxChars;
  }

  /** The next line without its end, cut to the bound; null at the end of the text. */
  String next() throws IOException {
    StringBuilder line = new StringBuilder();
    int c = in.read();
    if (c < 0) {
      return null;
    }
    number++;
    for (; c >= 0 && c != '\n'; c = in.read()) {
      if (line.length() < maxChars) {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  /** Number of the line last read, from 1. */
  long number() {
    return number;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The beginning of a stream, which tells what it is.
 *
 * @param text its bytes as ISO 8859-1, up to the end of the first line that is not blank
 */
record Head(String text) {
  static final int MAX_BYTES = 64 << 10;

  private static final int MAGIC_BYTES = 6;

  /** Reads no more than is needed, since a stream may be live, and puts it back. */
  static Head peek(PushbackInputStream in) throws IOException {
    byte[] bytes = new byte[MAX_BYTES];
    int length = 0;
    int read = 0;
    while (read >= 0 && length < MAX_BYTES && !isEnough(bytes, length)) {
      read = in.read(bytes, length, MAX_BYTES - length);
      length += Math.max(0, read);
    }
    in.unread(bytes, 0, length);
    return new Head(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
  }

  private static boolean isEnough(byte[] bytes, int length) {
    String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    return length >= MAGIC_BYTES && text.stripLeading().indexOf('\n') >= 0;
  }

  boolean startsWith(int... magic) {
    return text.length() >= magic.length
        && Arrays.equals(text.substring(0, magic.length).chars().toArray(), magic);
  }
}

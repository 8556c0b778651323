// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The beginning of a stream, which tells what it is: at least its first line that is not blank, if
 * that is not longer than 64 KiB.
 */
final class Head {
  private static final int MAX_BYTES = 64 << 10;
  private static final int MAGIC_BYTES = 6;

  private final byte[] bytes = new byte[MAX_BYTES];
  private int length;

  private Head() {}

  /** Reads no more than is needed, since a stream may be live. */
  static Head of(InputStream in) throws IOException {
    Head head = new Head();
    int read = 0;
    while (read >= 0 && head.length < MAX_BYTES && !head.isEnough()) {
      read = head.fill(in);
    }
    return head;
  }

  private int fill(InputStream in) throws IOException {
    try {
      int read = in.read(bytes, length, MAX_BYTES - length);
      length += Math.max(0, read);
      return read;
    } catch (IOException e) {
      // Met again by whoever reads on; what came before it is read first.
      if (length > 0) {
        return -1;
      }
      throw e;
    }
  }

  private boolean isEnough() {
    return length >= MAGIC_BYTES && text().stripLeading().indexOf('\n') >= 0;
  }

  /** Its bytes as ISO 8859-1. */
  String text() {
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
  }

  boolean startsWith(int... magic) {
    String text = text();
    return text.length() >= magic.length
        && Arrays.equals(text.substring(0, magic.length).chars().toArray(), magic);
  }

  /** The stream from its beginning. */
  InputStream with(InputStream rest) {
    return new SequenceInputStream(new ByteArrayInputStream(bytes, 0, length), rest);
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.listing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short names for long content. */
final class Digest {
  private static final int MAX_KEY = 500;

  private Digest() {}

  /** SHA-256, in hexadecimal. */
  static String of(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The text on one line, or, where it is long, its digest. */
  static String ofLong(String text) {
    String line = text.strip().replaceAll("[\\p{Cntrl}\\s]++", " ");
    return line.length() <= MAX_KEY ? line : of(text.getBytes(StandardCharsets.UTF_8));
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The first bytes of the kinds of file that are most often taken for a page. */
final class BinarySignature {
  private static final Map<String, String> KINDS =
      Map.of(
          "%PDF-", "PDF",
          "PK\u0003\u0004", "ZIP archive",
          "\u001f\u008b", "gzip",
          "\u0028\u00b5\u002f\u00fd", "Zstandard",
          "\u0089PNG", "PNG image",
          "\u00ff\u00d8\u00ff", "JPEG image",
          "GIF8", "GIF image",
          "\u007fELF", "ELF program");

  private BinarySignature() {}

  /** The kind of file that begins like this, empty where it may be text. */
  static Optional<String> of(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
    return KINDS.entrySet().stream()
        .filter(kind -> head.startsWith(kind.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}

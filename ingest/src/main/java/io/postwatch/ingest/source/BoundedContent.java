// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import java.io.IOException;
import java.io.InputStream;

/** Reads a whole document, but no more than a document can reasonably be. */
final class BoundedContent {
  /** The largest article pages seen, with all their inlined images, have a few MiB. */
  static final int MAX_BYTES = 16 << 20;

  private BoundedContent() {}

  static byte[] of(InputStream in) throws IOException, UnreadableException {
    byte[] content = in.readNBytes(MAX_BYTES + 1);
    if (content.length > MAX_BYTES) {
      throw new UnreadableException("larger than 16 MiB; expected one article");
    }
    if (content.length == 0) {
      throw new UnreadableException("empty; expected HTML or text");
    }
    return content;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import io.postwatch.ingest.extract.ContentDecoder;
import java.io.IOException;
import java.io.InputStream;

/** Reads a whole document, but no more than a document can reasonably be. */
final class BoundedContent {
  private BoundedContent() {}

  static byte[] of(InputStream in) throws IOException, UnreadableException {
    byte[] content = in.readNBytes(ContentDecoder.MAX_BYTES + 1);
    if (content.length > ContentDecoder.MAX_BYTES) {
      throw new UnreadableException("larger than 16 MiB; expected one article");
    }
    if (content.length == 0) {
      throw new UnreadableException("empty; expected HTML or text");
    }
    return content;
  }
}

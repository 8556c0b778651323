// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import io.postwatch.ingest.extract.ContentDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** An input that is one page as a whole, but no larger than a page can reasonably be. */
final class PageContents implements Contents {
  private final Origin origin;
  private final InputStream in;
  private long position;

  PageContents(Origin origin, InputStream in, long from) {
    this.origin = origin;
    this.in = in;
    this.position = from;
  }

  @Override
  public Optional<Content> next() throws UnreadableException {
    if (position > 0) {
      return Optional.empty();
    }
    byte[] bytes = read();
    position = 1;
    return Optional.of(new Page(origin, "", bytes));
  }

  private byte[] read() throws UnreadableException {
    byte[] bytes;
    try {
      bytes = in.readNBytes(ContentDecoder.MAX_BYTES + 1);
    } catch (IOException e) {
      throw new UnreadableException("cannot be read: " + e.getMessage());
    }
    if (bytes.length > ContentDecoder.MAX_BYTES) {
      throw new UnreadableException("larger than 16 MiB; expected one article");
    }
    if (bytes.length == 0) {
      throw new UnreadableException("empty; expected HTML or text");
    }
    return bytes;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public void close() {}
}

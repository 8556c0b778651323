// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;

/** One document on standard input. */
record StandardInput(InputStream in) implements Source, SourceItem {
  @Override
  public Stream<SourceItem> items() {
    return Stream.of(this);
  }

  @Override
  public String name() {
    return "-";
  }

  @Override
  public Optional<String> fingerprint() {
    return Optional.empty();
  }

  @Override
  public byte[] read() throws UnreadableException {
    try {
      return BoundedContent.of(in);
    } catch (IOException e) {
      throw new UnreadableException("cannot be read: " + e.getMessage());
    }
  }
}

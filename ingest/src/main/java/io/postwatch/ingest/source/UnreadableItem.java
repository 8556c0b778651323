// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import java.util.Optional;

/** Something that was met while looking for documents and cannot be read. */
record UnreadableItem(String name, String reason) implements SourceItem {
  @Override
  public Optional<String> fingerprint() {
    return Optional.of(reason);
  }

  @Override
  public Contents open(long from) throws UnreadableException {
    throw new UnreadableException(reason);
  }
}

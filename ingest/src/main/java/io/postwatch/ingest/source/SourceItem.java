// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import java.util.Optional;

/** Something of a source that is read from its beginning to its end, not yet open. */
public interface SourceItem {
  /** Its path or URL, {@code -} for standard input; its position is kept under this name. */
  String name();

  /**
   * Changes when the content does, and is had without reading it; empty where nothing of the kind
   * is known, so that the item is read whenever its source gives it and no position is kept.
   */
  Optional<String> fingerprint();

  /** How many bytes it has, as far as that is had without reading it; else 0. */
  default long bytes() {
    return 0;
  }

  /**
   * Begins to read, or goes on.
   *
   * @param from how far it was read before, as {@link Contents#position()} told; 0 for all of it
   * @throws UnreadableException when nothing of it can be had
   */
  Contents open(long from) throws UnreadableException;
}

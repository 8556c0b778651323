// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import java.util.Optional;

/** One document of a source, not yet read. */
public interface SourceItem {
  /** Its path or URL; {@code -} for standard input. */
  String name();

  /**
   * Changes when the content does, and is had without reading it; empty where nothing of the kind
   * is known, so that the item is read every time.
   */
  Optional<String> fingerprint();

  /**
   * The whole content, never empty.
   *
   * @throws UnreadableException when it cannot be had, or is too large
   */
  byte[] read() throws UnreadableException;
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import java.util.Optional;

/** What an item holds: one page, or the many documents of an archive, one after the other. */
public interface Contents extends AutoCloseable {
  /**
   * The next content, empty at the end. One that is broken in itself is given too, and says so when
   * its posts are asked for.
   *
   * @throws UnreadableException when the rest cannot be read; what was given before stands
   */
  Optional<Content> next() throws UnreadableException;

  /**
   * How far it was read, those before a restart included: opened with this, the item goes on behind
   * the content that was given last.
   */
  long position();

  /** How many bytes of the item have been read, as they lie there, packed or not. */
  default long bytes() {
    return 0;
  }

  @Override
  void close();
}

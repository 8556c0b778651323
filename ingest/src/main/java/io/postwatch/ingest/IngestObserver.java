// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest;

import io.postwatch.ingest.source.Source;
import java.util.List;

/** Is told what ingest does, on ingest's own thread. */
public interface IngestObserver {
  /** Called before a pass through the sources. */
  default void begins(List<Source> sources) {}

  /** Called after each document. */
  void progress(Tally tally);

  /**
   * An input could not be read; it is in the dead-letter topic.
   *
   * @param name the input's path or URL, or - for standard input, and the place in it
   */
  void unreadable(String name, String reason);
}

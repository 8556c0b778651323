// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest;

/** Is told what ingest does, on ingest's own thread. */
public interface IngestObserver {
  /** Called after each document. */
  void progress(Tally tally);

  /**
   * An input could not be read; it is in the dead-letter topic.
   *
   * @param name the input's path, or - for standard input
   */
  void unreadable(String name, String reason);
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import java.util.stream.Stream;

/** Somewhere that documents come from: a file, a directory, standard input. */
public interface Source {
  /**
   * What is there now, in a stable order. Nothing is read before an item is asked for its content,
   * and an input that cannot be read is an item too, which says why when it is read.
   */
  Stream<SourceItem> items();
}

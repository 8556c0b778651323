// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import java.util.OptionalLong;
import java.util.stream.Stream;

/** Somewhere that documents and posts come from: a file, a directory, a feed, standard input. */
public interface Source {
  /**
   * What is there now, in a stable order; asked again whenever sources are looked at, so that one
   * that polls gives nothing until it is due. Nothing is read before an item is opened, and an
   * input that cannot be read is an item too, which says why when it is opened.
   */
  Stream<SourceItem> items();

  /** How many bytes its items have, for showing progress; empty where nobody knows. */
  default OptionalLong total() {
    return OptionalLong.empty();
  }
}

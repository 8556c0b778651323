// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.names.lexica;

import java.io.Serializable;

/** Stands in for nlp4j's class of the same name when its file of names is read. */
final class PrefixTree implements Serializable {
  private static final long serialVersionUID = 0x59cedf5569fdc4d3L;

  @SuppressWarnings("checkstyle:MemberName") // as in the file
  PrefixNode n_root;
}

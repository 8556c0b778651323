// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.names.lexica;

import java.util.HashMap;
import java.util.Set;

/** Stands in for nlp4j's class of the same name: nodes by their next word. */
final class PrefixNode extends HashMap<String, PrefixNode> {
  private static final long serialVersionUID = 0x15bdfb7915ff1af7L;

  /** Numbers of the lists that the words up to here are in; null for none. */
  Set<String> value;
}

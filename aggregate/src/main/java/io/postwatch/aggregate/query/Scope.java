// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import java.util.Optional;

/**
 * Which instances know the answer to a question.
 *
 * @param store name of a state store: those that hold a task of it
 * @param key only the one that holds the task of this key; empty: all of them
 */
public record Scope(String store, Optional<String> key) {

  public static Scope all(String store) {
    return new Scope(store, Optional.empty());
  }

  public static Scope holder(String store, String key) {
    return new Scope(store, Optional.of(key));
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.data;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Named lists of words from a table in the jar: name, tab, words with | between. */
public final class WordLists {
  private final String source;
  private final Map<String, Set<String>> lists = new HashMap<>();

  private WordLists(String source) {
    this.source = source;
  }

  /** Reads the lists of a table that lies beside a class. */
  public static WordLists beside(Class<?> owner, String name) {
    WordLists lists = new WordLists(name);
    Table.beside(owner, name)
        .rows()
        .forEach(row -> lists.lists.put(row.text(0), Set.copyOf(row.list(1))));
    return lists;
  }

  /** The words of a list; a missing one is a broken build. */
  public Set<String> get(String list) {
    Set<String> words = lists.get(list);
    if (words == null) {
      throw new IllegalStateException("missing list '" + list + "' in " + source);
    }
    return words;
  }
}

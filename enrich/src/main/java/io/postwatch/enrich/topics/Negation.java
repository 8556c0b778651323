// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import io.postwatch.enrich.data.WordLists;
import io.postwatch.enrich.tokens.Token;
import java.util.List;
import java.util.Set;

/** Tells from the words before and inside a match whether it is denied, or only spoken of. */
final class Negation {
  /** "No reports of casualties", "not been killed", "without any protests". */
  private static final int REACH = 3;

  private final Set<String> denials;
  private final Set<String> afterNoDenial;
  private final Set<String> clauses;
  private final Set<String> suppositions;

  Negation() {
    WordLists lists = WordLists.beside(Negation.class, "negation.tsv");
    denials = lists.get("denials");
    afterNoDenial = lists.get("after no denial");
    clauses = lists.get("clauses");
    suppositions = lists.get("suppositions");
  }

  boolean isDenied(List<Token> tokens, int from, int to) {
    for (int at = from + 1; at < to - 1; at++) {
      if (denies(tokens, at)) {
        return true;
      }
    }
    for (int at = from - 1; at >= Math.max(0, from - REACH); at--) {
      Token word = tokens.get(at);
      if (!tokens.get(at + 1).isJoined() || clauses.contains(word.norm())) {
        return false;
      }
      if (denials.contains(word.norm())) {
        return denies(tokens, at);
      }
    }
    return false;
  }

  private boolean denies(List<Token> tokens, int at) {
    return denials.contains(tokens.get(at).norm())
        && !afterNoDenial.contains(tokens.get(at + 1).norm());
  }

  boolean isSupposed(List<Token> tokens, int from) {
    for (int at = from - 1; at >= Math.max(0, from - REACH); at--) {
      if (!tokens.get(at + 1).isJoined()) {
        return false;
      }
      if (suppositions.contains(tokens.get(at).norm())) {
        return true;
      }
    }
    return false;
  }
}

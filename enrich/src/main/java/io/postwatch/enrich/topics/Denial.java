// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import io.postwatch.enrich.data.WordLists;
import io.postwatch.enrich.tokens.Phrases;
import io.postwatch.enrich.tokens.Token;
import java.util.List;
import java.util.Set;

/** Tells from the words around and inside a match whether it is denied, or only spoken of. */
final class Denial {
  /** "No reports of casualties", "not been killed", "without any protests". */
  private static final int REACH = 4;

  private final Set<String> denials;
  private final Set<String> afterNoDenial;
  private final Set<String> clauses;
  private final Set<String> suppositions;
  private final Set<String> modals;
  private final Set<String> lasting;
  private final Phrases<Boolean> takenBack = new Phrases<>();

  Denial() {
    WordLists lists = WordLists.beside(Denial.class, "hedges.tsv");
    denials = lists.get("denials");
    afterNoDenial = lists.get("after no denial");
    clauses = lists.get("clauses");
    suppositions = lists.get("suppositions");
    modals = lists.get("modals");
    lasting = lists.get("lasting");
    lists.get("taken back").forEach(phrase -> takenBack.putIfAbsent(phrase, true));
  }

  boolean isDenied(List<Token> tokens, int from, int to) {
    for (int at = from + 1; at < to - 1; at++) {
      if (denies(tokens, at)) {
        return true;
      }
    }
    return isDeniedBefore(tokens, from) || isTakenBack(tokens, to);
  }

  private boolean isDeniedBefore(List<Token> tokens, int from) {
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

  /** "The strike has been called off", "an explosion drill". */
  private boolean isTakenBack(List<Token> tokens, int to) {
    int limit = Math.min(tokens.size(), to + REACH);
    for (int at = to; at < limit && tokens.get(at).isJoined(); at++) {
      if (clauses.contains(tokens.get(at).norm())) {
        return false;
      }
      if (takenBack.longestAt(tokens, at, any -> true).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** "Could strike", "threatens to strike", "will strike". */
  boolean isSupposed(List<Token> tokens, int from, int to) {
    for (int at = from + 1; at < to - 1; at++) {
      if (supposes(modals, tokens, at)) {
        return true;
      }
    }
    for (int at = from - 1; at >= Math.max(0, from - REACH); at--) {
      if (!tokens.get(at + 1).isJoined()) {
        return false;
      }
      if (supposes(suppositions, tokens, at)) {
        return true;
      }
    }
    return false;
  }

  private boolean supposes(Set<String> words, List<Token> tokens, int at) {
    return words.contains(tokens.get(at).norm()) && !lasting.contains(tokens.get(at + 1).norm());
  }
}

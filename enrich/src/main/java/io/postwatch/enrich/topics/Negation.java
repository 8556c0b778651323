// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import io.postwatch.enrich.tokens.Token;
import java.util.List;
import java.util.Set;

/** Tells from the words before and inside a match whether it is denied, or only spoken of. */
final class Negation {
  /** "No reports of casualties", "not been killed", "without any protests". */
  private static final int REACH = 3;

  private static final Set<String> DENIALS =
      Set.of(
          "no", "not", "never", "without", "nobody", "none", "zero", "nor", "neither", "cannot",
          "cant", "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "wont", "hasnt",
          "havent", "denied", "denies", "deny", "avoid", "avoids", "avoided");

  /** "No fewer than", "not only", "no longer than". */
  private static final Set<String> AFTER_NO_DENIAL =
      Set.of("fewer", "less", "only", "just", "merely", "sooner", "doubt", "more");

  /** A new clause begins: what was denied before it is denied no longer. */
  private static final Set<String> CLAUSES =
      Set.of(
          "as", "but", "because", "when", "while", "after", "since", "who", "which", "that",
          "until", "and", "if", "before", "where");

  private static final Set<String> SUPPOSITIONS =
      Set.of(
          "could",
          "would",
          "may",
          "might",
          "should",
          "if",
          "threaten",
          "threatens",
          "threatened",
          "plan",
          "plans",
          "planned",
          "planning",
          "possible",
          "potential",
          "prevent",
          "preventing",
          "fear",
          "fears",
          "feared",
          "risk",
          "warn",
          "warns",
          "warned",
          "warning",
          "drill",
          "drills",
          "exercise",
          "anniversary",
          "commemorate",
          "commemorates",
          "commemorating",
          "remember",
          "remembering");

  private Negation() {}

  static boolean isDenied(List<Token> tokens, int from, int to) {
    for (int at = from + 1; at < to - 1; at++) {
      if (denies(tokens, at)) {
        return true;
      }
    }
    for (int at = from - 1; at >= Math.max(0, from - REACH); at--) {
      Token word = tokens.get(at);
      if (!tokens.get(at + 1).isJoined() || CLAUSES.contains(word.norm())) {
        return false;
      }
      if (DENIALS.contains(word.norm())) {
        return denies(tokens, at);
      }
    }
    return false;
  }

  private static boolean denies(List<Token> tokens, int at) {
    return DENIALS.contains(tokens.get(at).norm())
        && !AFTER_NO_DENIAL.contains(tokens.get(at + 1).norm());
  }

  static boolean isSupposed(List<Token> tokens, int from) {
    for (int at = from - 1; at >= Math.max(0, from - REACH); at--) {
      if (!tokens.get(at + 1).isJoined()) {
        return false;
      }
      if (SUPPOSITIONS.contains(tokens.get(at).norm())) {
        return true;
      }
    }
    return false;
  }
}

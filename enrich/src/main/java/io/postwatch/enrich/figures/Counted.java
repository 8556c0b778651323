// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.tokens.Token;
import java.util.List;
import java.util.Set;

/**
 * The noun that a quantity counts.
 *
 * @param unit the noun in lower case; "people" where it is left out
 * @param sort what it is
 * @param to one past the index of the last token of its noun phrase
 */
record Counted(String unit, Sort sort, int to) {
  private static final int LONGEST_PHRASE = 6;

  /** Verbs of reporting, which end what is counted: "two sources told". */
  static final Set<String> SPEECH =
      Set.of("told", "said", "say", "says", "saying", "attacked", "asking", "announced", "claimed");

  /** They stand where a noun could, and name nothing. */
  private static final Set<String> NAMELESS =
      Set.of(
          "still",
          "so",
          "far",
          "now",
          "internally",
          "reported",
          "reportedly",
          "confirmed",
          "found",
          "feared",
          "total",
          "believed",
          "presumed",
          "already",
          "also",
          "listed",
          "more");

  /** What a noun is. */
  enum Sort {
    PEOPLE,
    THING,
    OTHER,
    /** The noun is left out. */
    NONE
  }

  /**
   * Reads the noun phrase after a quantity, with its "of ..."; what is not known to be a thing is
   * taken as people.
   */
  static Counted after(List<Token> tokens, Quantity quantity, FigureWords words) {
    String unit = "people";
    Sort sort = Sort.NONE;
    boolean complement = false;
    int at = quantity.to();
    int limit = Math.min(tokens.size(), at + LONGEST_PHRASE);
    while (at < limit && tokens.get(at).isJoined()) {
      String word = tokens.get(at).norm();
      boolean of = word.equals("of");
      complement |= of && at > quantity.to();
      if (!of
          && (word.isEmpty()
              || SPEECH.contains(word)
              || words.endsPhrase(word)
              || isPredicate(tokens, at, words))) {
        break;
      }
      if (!of && !complement) {
        unit = names(tokens.get(at), words) ? word : unit;
        sort = sort(word, words);
      }
      at++;
      boolean follows = at < limit && tokens.get(at).norm().equals("of");
      boolean head =
          sort == Sort.THING && word.endsWith("s")
              || sort == Sort.OTHER
              || words.isPeople(word)
              || (quantity.article() && words.isPerson(word));
      if (head && !follows && !complement) {
        break;
      }
    }
    return new Counted(unit, sort, at);
  }

  /** Deaths and injuries are people, and so is what a number is left to stand for. */
  private static boolean names(Token token, FigureWords words) {
    return token.isWord() && !NAMELESS.contains(token.norm()) && words.noun(token.norm()) == null;
  }

  private static boolean isPredicate(List<Token> tokens, int at, FigureWords words) {
    return words.after().longestAt(tokens, at, match -> true).isPresent();
  }

  private static Sort sort(String word, FigureWords words) {
    if (words.isThing(word)) {
      return Sort.THING;
    }
    return words.isOther(word) ? Sort.OTHER : Sort.PEOPLE;
  }
}

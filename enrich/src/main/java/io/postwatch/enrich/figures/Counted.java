// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.figures.FigureWords.In;
import io.postwatch.enrich.tokens.Token;
import java.util.List;

/**
 * The noun that a quantity counts.
 *
 * @param unit the noun in lower case; "people" where it is left out
 * @param sort what it is
 * @param to one past the index of the last token of its noun phrase
 */
record Counted(String unit, Sort sort, int to) {
  private static final int LONGEST_PHRASE = 6;

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
              || words.is(In.SPEECH, word)
              || words.is(In.PHRASE_ENDS, word)
              || words.isPredicate(tokens, at))) {
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
              || (quantity.article() && words.is(In.PERSON, word));
      if (head && !follows && !complement) {
        break;
      }
    }
    return new Counted(unit, sort, at);
  }

  /** Deaths and injuries are people, and so is what a number is left to stand for. */
  private static boolean names(Token token, FigureWords words) {
    return token.isWord()
        && !words.is(In.NAMELESS, token.norm())
        && words.noun(token.norm()) == null;
  }

  private static Sort sort(String word, FigureWords words) {
    if (words.is(In.THING, word)) {
      return Sort.THING;
    }
    return words.is(In.OTHER, word) ? Sort.OTHER : Sort.PEOPLE;
  }
}

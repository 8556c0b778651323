// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

import io.postwatch.enrich.data.Table;
import io.postwatch.enrich.data.WordLists;
import io.postwatch.enrich.tokens.Phrases;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
import io.postwatch.enrich.tokens.Token.Shape;
import java.util.List;
import java.util.Set;

/** What the words beside a name say about it. */
final class Neighbours {
  private final Set<String> beforeAPlace;
  private final Set<String> afterAPlace;
  private final Set<String> beforeALanguage;
  private final Set<String> afterALanguage;
  private final Phrases<Boolean> states = new Phrases<>();

  Neighbours() {
    WordLists lists = WordLists.beside(Neighbours.class, "neighbours.tsv");
    beforeAPlace = lists.get("before a place");
    afterAPlace = lists.get("after a place");
    beforeALanguage = lists.get("before a language");
    afterALanguage = lists.get("after a language");
    for (Table.Row row : Table.beside(Neighbours.class, "states.txt").rows()) {
      row.list(0).forEach(state -> states.putIfAbsent(state, Boolean.TRUE));
    }
  }

  /** True between the first and last name of somebody: Jordan Smith, Michael Jordan. */
  boolean looksLikeAPerson(List<Token> tokens, int from, int to) {
    return partOfAName(tokens, from - 1, from, beforeAPlace)
        || partOfAName(tokens, to, to, afterAPlace);
  }

  /** A capitalised word at an index, with nothing but a space at a border, and not in a list. */
  private static boolean partOfAName(
      List<Token> tokens, int index, int border, Set<String> ordinary) {
    if (index < 0 || border >= tokens.size() || border == 0) {
      return false;
    }
    Token word = tokens.get(index);
    boolean oneSpace =
        tokens.get(border).border() == Border.SPACE
            && tokens.get(border).start() == tokens.get(border - 1).end() + 1;
    return oneSpace
        && word.isWord()
        && word.shape() == Shape.TITLE
        && !word.inHashtag()
        && !ordinary.contains(word.norm());
  }

  /** True before the state of a namesake: Paris, Texas. */
  boolean isInAState(List<Token> tokens, int to) {
    return to < tokens.size()
        && tokens.get(to).border() == Border.PAUSE
        && tokens.get(to).isCapitalised()
        && states.longestAt(tokens, to, state -> isWritten(tokens, state)).isPresent();
  }

  /** "OR" and "IN" are states in capitals only. */
  private static boolean isWritten(List<Token> tokens, Phrases.Match<Boolean> state) {
    Token last = tokens.get(state.to() - 1);
    return last.norm().length() == 2 ? last.shape() != Shape.TITLE : last.isCapitalised();
  }

  /** True for a demonym that means the language or the kitchen. */
  boolean isALanguage(List<Token> tokens, int from, int to) {
    String before = from > 0 ? tokens.get(from - 1).norm() : "";
    boolean joined = to < tokens.size() && tokens.get(to).isJoined() && tokens.get(to).isWord();
    return beforeALanguage.contains(before)
        || (before.equals("in") && !joined)
        || (joined && afterALanguage.contains(tokens.get(to).norm()));
  }

  /** True where the words on both sides are in capitals too. */
  boolean isShouted(List<Token> tokens, int from, int to) {
    return isUpperWord(tokens, from - 1) && isUpperWord(tokens, to)
        || isUpperWord(tokens, from - 2) && isUpperWord(tokens, from - 1)
        || isUpperWord(tokens, to) && isUpperWord(tokens, to + 1);
  }

  private static boolean isUpperWord(List<Token> tokens, int index) {
    return index >= 0
        && index < tokens.size()
        && tokens.get(index).shape() == Shape.UPPER
        && !tokens.get(index).inHashtag();
  }
}

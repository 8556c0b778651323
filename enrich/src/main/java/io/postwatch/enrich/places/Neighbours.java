// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

import io.postwatch.enrich.data.Table;
import io.postwatch.enrich.tokens.Phrases;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
import io.postwatch.enrich.tokens.Token.Shape;
import java.util.List;
import java.util.Set;

/** What the words beside a name say about it. */
final class Neighbours {
  /** Capitalised before a place without being a first name. */
  private static final Set<String> BEFORE_A_PLACE =
      Set.of(
          "the",
          "a",
          "in",
          "from",
          "to",
          "of",
          "at",
          "and",
          "or",
          "but",
          "for",
          "with",
          "on",
          "by",
          "as",
          "via",
          "near",
          "across",
          "inside",
          "outside",
          "around",
          "into",
          "over",
          "against",
          "when",
          "while",
          "where",
          "why",
          "how",
          "what",
          "is",
          "are",
          "was",
          "after",
          "before",
          "since",
          "until",
          "if",
          "that",
          "this",
          "today",
          "now",
          "meanwhile",
          "breaking",
          "update",
          "watch",
          "video",
          "photo",
          "photos",
          "live",
          "news",
          "north",
          "south",
          "east",
          "west",
          "northern",
          "southern",
          "eastern",
          "western",
          "central",
          "greater",
          "downtown",
          "inner",
          "old",
          "not",
          "no",
          "only",
          "visit",
          "leaving",
          "leave",
          "love",
          "pray",
          "free",
          "stop",
          "support",
          "stand",
          "president",
          "minister",
          "general",
          "capital",
          "city",
          "country");

  /** Capitalised after a place without being a family name. */
  private static final Set<String> AFTER_A_PLACE =
      Set.of(
          "the",
          "in",
          "on",
          "at",
          "and",
          "or",
          "is",
          "are",
          "was",
          "will",
          "has",
          "have",
          "had",
          "mayor",
          "police",
          "government",
          "president",
          "prime",
          "minister",
          "ministry",
          "king",
          "queen",
          "parliament",
          "protest",
          "protests",
          "protesters",
          "airport",
          "embassy",
          "army",
          "military",
          "today",
          "now",
          "crisis",
          "war",
          "says",
          "said",
          "to",
          "for",
          "from",
          "by",
          "with",
          "after",
          "as",
          "attack",
          "attacks",
          "troops",
          "people",
          "border",
          "election",
          "elections",
          "city",
          "news",
          "defense",
          "defence",
          "hospital",
          "university",
          "strikes",
          "earthquake",
          "flood",
          "floods",
          "residents",
          "citizens",
          "authorities",
          "opposition");

  private static final Set<String> AFTER_A_LANGUAGE =
      Set.of(
          "language",
          "languages",
          "speaking",
          "speaker",
          "speakers",
          "translation",
          "translated",
          "version",
          "edition",
          "subtitles",
          "lessons",
          "lesson",
          "dictionary",
          "grammar",
          "food",
          "cuisine",
          "restaurant",
          "recipe");

  private static final Set<String> BEFORE_A_LANGUAGE =
      Set.of("speak", "speaks", "speaking", "spoke", "learn", "learning", "translate", "into");

  private final Phrases<Boolean> states = new Phrases<>();

  Neighbours() {
    for (Table.Row row : Table.beside(Neighbours.class, "states.txt").rows()) {
      row.list(0).forEach(state -> states.putIfAbsent(state, Boolean.TRUE));
    }
  }

  /** True between the first and last name of somebody: Jordan Smith, Michael Jordan. */
  boolean looksLikeAPerson(List<Token> tokens, int from, int to) {
    return partOfAName(tokens, from - 1, from, BEFORE_A_PLACE)
        || partOfAName(tokens, to, to, AFTER_A_PLACE);
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
    return BEFORE_A_LANGUAGE.contains(before)
        || (before.equals("in") && !joined)
        || (joined && AFTER_A_LANGUAGE.contains(tokens.get(to).norm()));
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

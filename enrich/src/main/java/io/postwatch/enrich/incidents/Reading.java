// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.incidents;

import io.postwatch.enrich.tokens.NumberWords;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
import io.postwatch.enrich.tokens.Token.Kind;
import io.postwatch.schema.PlaceMention;
import java.util.List;

/**
 * A text prepared for telling how far its words are apart: sums over the tokens before each, so
 * that any distance is one subtraction.
 */
final class Reading {
  private static final int CLAUSE = 8;
  private static final int PAUSE = 3;
  private static final int CAUSE = 5;
  private static final int OTHER_EVIDENCE = 4;

  /** "12 people killed in Kyiv, 3 rescue workers in Lviv". */
  private static final int MOST_NOUNS = 2;

  private final PostText post;
  private final PlaceWords words;
  private final boolean[] evidence;
  private final boolean[] named;
  private final int[] sentence;
  private final int[] far;
  private final int[] clauses;

  /**
   * Reads a text that names some places.
   *
   * @param evidence whether words that report something begin at a token
   */
  static Reading of(PostText post, boolean[] evidence, List<PlaceMention> places) {
    return new Reading(post, PlaceWords.WORDS, evidence, NamedPlaces.named(post.tokens(), places));
  }

  /**
   * Reads a text.
   *
   * @param evidence whether words that report something begin at a token
   * @param named whether a token is part of a place's name
   */
  private Reading(PostText post, PlaceWords words, boolean[] evidence, boolean[] named) {
    this.post = post;
    this.words = words;
    this.evidence = evidence;
    this.named = named;
    int size = post.tokens().size();
    sentence = new int[size];
    far = new int[size + 1];
    clauses = new int[size + 1];
    for (int at = 0; at < size; at++) {
      boolean starts = at > 0 && post.tokens().get(at).border() == Border.STOP;
      sentence[at] = at == 0 ? 0 : sentence[at - 1] + (starts ? 1 : 0);
      far[at + 1] = far[at] + weight(at);
      clauses[at + 1] = clauses[at] + (separatesClauses(at) ? CLAUSE : 0);
    }
  }

  private int weight(int at) {
    String norm = post.tokens().get(at).norm();
    int weight = borderWeight(at) + (evidence[at] ? OTHER_EVIDENCE : 0);
    if (words.clauses.contains(norm)) {
      return weight + CLAUSE;
    }
    if (words.cause.contains(norm)) {
      return weight + CAUSE;
    }
    boolean small = named[at] || words.isSmall(norm);
    return weight + (small ? 0 : 1);
  }

  private int borderWeight(int at) {
    if (at == 0 || post.tokens().get(at).border() != Border.PAUSE) {
      return 0;
    }
    return isClauseEnd(at) ? CLAUSE : PAUSE;
  }

  /** Whether a semicolon or dash stands before a token. */
  private boolean isClauseEnd(int at) {
    String text = post.text();
    int end = Math.min(post.tokens().get(at).at(), post.tokens().get(at - 1).until() + 8);
    for (int i = post.tokens().get(at - 1).until(); i < end; i++) {
      char c = text.charAt(i);
      if (c == ';' || c == '—' || c == '–' || c == '-' || c == '→') {
        return true;
      }
    }
    return false;
  }

  List<Token> tokens() {
    return post.tokens();
  }

  /** Whether words that report something begin at a token. */
  boolean isEvidence(int token) {
    return evidence[token];
  }

  /** Whether a token is part of a place's name. */
  boolean isNamed(int token) {
    return named[token];
  }

  int sentence(int token) {
    return sentence[token];
  }

  /** How far a token is from the one before {@code end}, in words; 0 where they overlap. */
  int between(int end, int start) {
    return start < end ? 0 : far[start] - far[end] + borderWeight(start);
  }

  /** The clauses that begin from one token to another, in words of distance. */
  int clausesBetween(int from, int to) {
    return to < from ? 0 : clauses[to] - clauses[from];
  }

  /** Whether a sentence or clause begins at a token. */
  boolean beginsClause(int at) {
    return at == 0
        || post.tokens().get(at).border() == Border.STOP
        || separatesClauses(at)
        || separatesClauses(at - 1);
  }

  private boolean separatesClauses(int at) {
    Token token = post.tokens().get(at);
    return words.clauses.contains(token.norm())
        || at > 0 && token.border() == Border.PAUSE && isClauseEnd(at);
  }

  /** Whether a number stands between two tokens of a sentence, and little that says of what. */
  boolean isNumberBetween(int from, int to) {
    boolean number = false;
    int nouns = 0;
    for (int at = from; at <= to; at++) {
      Token token = post.tokens().get(at);
      boolean counts = token.kind() == Kind.NUMBER || NumberWords.contains(token.norm());
      number |= counts && at < to;
      nouns += at < to && !counts && !words.isSilent(token.norm()) ? 1 : 0;
      boolean ends = token.border() == Border.STOP || at < to && evidence[at];
      if (ends || nouns > (number ? MOST_NOUNS : 0)) {
        return false;
      }
    }
    return number;
  }

  boolean isSmall(int at) {
    return words.isSmall(post.tokens().get(at).norm());
  }

  /** Index of the token at a code point, or of the next one; the last one beyond the text. */
  static int tokenAt(List<Token> tokens, int point) {
    int low = 0;
    int high = tokens.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).end() > point) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** One past the index of the last token that begins before a code point. */
  static int tokensUntil(List<Token> tokens, int from, int point) {
    int to = tokenAt(tokens, point - 1);
    return Math.max(from, to) + 1;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.figures.FigureWords.In;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
import io.postwatch.schema.FigureKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what is only feared, planned, denied, rehearsed or undone. */
final class Doubts {
  private static final Set<String> ALMOST = Set.of("nearly", "almost", "narrowly");
  private static final int NEAR = 3;
  private static final int SENTENCE = 15;
  private static final int UNDONE_REACH = 5;

  private final List<Token> tokens;
  private final FigureWords words;
  private final Map<FigureKind, Boolean> contexts = new EnumMap<>(FigureKind.class);

  Doubts(PostText post, FigureWords words) {
    this.tokens = post.tokens();
    this.words = words;
  }

  /** Whether a word says that the verb after it did not happen: could, not. */
  boolean isDoubt(int at) {
    String word = tokens.get(at).norm();
    return words.is(In.DENIALS, word)
        || (words.is(In.SUPPOSITIONS, word) && !isEstimate(at) && !isMonth(at));
  }

  /** "May have died" is an estimate, "may die" is not. */
  private boolean isEstimate(int at) {
    String word = tokens.get(at).norm();
    return (word.equals("may") || word.equals("might"))
        && at + 1 < tokens.size()
        && tokens.get(at + 1).norm().equals("have");
  }

  private boolean isMonth(int at) {
    return tokens.get(at).norm().equals("may") && tokens.get(at).isCapitalised();
  }

  /** Whether "could", "not" or the like stands within some words before a token. */
  boolean before(int from, int reach) {
    for (int at = from - 1; at >= Math.max(0, from - reach); at--) {
      if (!tokens.get(at + 1).isJoined()) {
        return false;
      }
      if (isDoubt(at)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a verb that begins at a token is doubted, or but a purpose: to kill. */
  boolean ofVerb(int start) {
    boolean purpose =
        start > 0
            && tokens.get(start).isJoined()
            && tokens.get(start - 1).norm().equals("to")
            && isBase(tokens.get(start).norm())
            && !isCompelled(start - 1);
    boolean missed =
        start > 0 && tokens.get(start).isJoined() && ALMOST.contains(tokens.get(start - 1).norm());
    return purpose || missed || before(start, NEAR);
  }

  private static boolean isBase(String verb) {
    return !verb.endsWith("ing") && !verb.endsWith("ed") && !verb.endsWith("s");
  }

  /** "Had to", "forced to": it happened. */
  boolean isCompelled(int to) {
    return to > 0 && words.is(In.COMPELLED, tokens.get(to - 1).norm());
  }

  /** Whether a quantity is in a sentence on a drill. */
  boolean isPretence(Quantity quantity) {
    for (int at = quantity.from(); at > Math.max(0, quantity.from() - SENTENCE); at--) {
      if (tokens.get(at).border() == Border.STOP) {
        break;
      }
      if (words.is(In.PRETENCE, tokens.get(at - 1).norm())) {
        return true;
      }
    }
    int limit = Math.min(tokens.size(), quantity.to() + SENTENCE);
    for (int at = quantity.to(); at < limit; at++) {
      if (tokens.get(at).border() == Border.STOP) {
        break;
      }
      if (words.is(In.PRETENCE, tokens.get(at).norm())) {
        return true;
      }
    }
    return false;
  }

  /** "40 detainees were released", "freed 40 hostages", "two missing girls found safe". */
  boolean isUndone(FigureKind kind, Quantity quantity, Counted counted) {
    if (kind != FigureKind.DETAINED && kind != FigureKind.MISSING) {
      return false;
    }
    for (int at = quantity.from() - 1; at >= Math.max(0, quantity.from() - NEAR); at--) {
      if (!tokens.get(at + 1).isJoined()) {
        break;
      }
      if (words.is(In.UNDONE, tokens.get(at).norm())) {
        return true;
      }
    }
    int from = Math.max(counted.to(), quantity.noun());
    for (int at = from; at < Math.min(tokens.size(), from + UNDONE_REACH); at++) {
      String word = tokens.get(at).norm();
      if (!tokens.get(at).isJoined()) {
        break;
      }
      if (words.is(In.UNDONE, word) || (kind == FigureKind.MISSING && word.equals("found"))) {
        return true;
      }
    }
    return false;
  }

  /** Whether what a phrase says is to be believed in this text, for what is counted. */
  boolean isBelieved(Said said, Counted counted) {
    return switch (said.strength()) {
      case SURE -> true;
      case WITH_NOUN -> counted.isNamed();
      case IN_CONTEXT -> contexts.computeIfAbsent(said.kind(), this::hasContext);
    };
  }

  private boolean hasContext(FigureKind kind) {
    Set<String> context = words.context(kind);
    return tokens.stream().anyMatch(token -> context.contains(token.norm()));
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.figures.FigureWords.In;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
import java.util.List;

/**
 * Passes over what stands between people and their verb: "ten people, most of them women, were".
 */
final class Insertions {
  private static final int LONGEST = 12;

  private final List<Token> tokens;
  private final FigureWords words;

  Insertions(List<Token> tokens, FigureWords words) {
    this.tokens = tokens;
    this.words = words;
  }

  /** The verb after an insertion that begins at a token, after a pause; -1 without one. */
  int pastPauses(int from) {
    if (tokens.get(from).border() != Border.PAUSE) {
      return -1;
    }
    if (isAuxiliary(from)) {
      return from;
    }
    for (int at = from + 1; at < Math.min(tokens.size(), from + LONGEST); at++) {
      Border border = tokens.get(at).border();
      if (border == Border.STOP || isAuxiliary(at - 1)) {
        return -1;
      }
      if (border == Border.PAUSE && (isAuxiliary(at) || isVerb(at))) {
        return at;
      }
    }
    return -1;
  }

  /** The verb after a part that begins at a token: "including two women were"; -1 without one. */
  int pastPart(int from) {
    if (!words.is(In.PARTS, tokens.get(from).norm())) {
      return -1;
    }
    for (int at = from + 1; at < Math.min(tokens.size(), from + LONGEST); at++) {
      if (tokens.get(at).border() == Border.STOP) {
        return -1;
      }
      if (isAuxiliary(at) || (words.isPredicate(tokens, at) && !isBeforeNoun(at))) {
        return at;
      }
    }
    return -1;
  }

  private boolean isAuxiliary(int at) {
    String word = tokens.get(at).norm();
    return words.is(In.TO_BE, word) || words.is(In.TO_HAVE, word);
  }

  /** "Injured" in "including one injured woman". */
  private boolean isBeforeNoun(int at) {
    return at + 1 < tokens.size()
        && tokens.get(at + 1).isJoined()
        && words.isCountable(tokens.get(at + 1).norm());
  }

  private boolean isVerb(int at) {
    return words.isPredicate(tokens, at) && words.noun(tokens.get(at).norm()) == null;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
import java.util.List;

/**
 * A compiled pattern: elements one after the other, with gaps of a few words where it allows them.
 *
 * <p>All ways to match from a token are followed at once, as bits of the places reached within
 * {@value #WINDOW} tokens, so that no text and no pattern can make it take more than linear time.
 *
 * @param elements what is matched, in order
 * @param core the one that says what is reported, the first or the last, when the others only bear
 *     it out; -1 when all of them say it
 */
record PhrasePattern(List<Element> elements, int core) {
  static final int ALL = -1;

  static final int WINDOW = 60;
  static final int MOST_ELEMENTS = 12;
  static final int WIDEST_GAP = 9;

  private static final long WITHIN_WINDOW = (1L << (WINDOW + 1)) - 1;

  /**
   * One element.
   *
   * @param alternatives what may stand there
   * @param gap the words that may stand before it
   * @param optional whether it may be missing
   */
  record Element(Alternatives alternatives, Gap gap, boolean optional) {}

  /** Whether a match may begin at a token with these units. */
  boolean canBegin(int[] units) {
    return elements.get(0).alternatives().canBegin(units);
  }

  /** How many words and phrases it is made of. */
  long size() {
    return elements.stream().mapToLong(element -> element.alternatives().size()).sum();
  }

  /** How many tokens of a match may stand before an element at most. */
  int mostTokensBefore(int element) {
    int most = 0;
    for (int i = 0; i < element; i++) {
      most += elements.get(i).gap().widest() + elements.get(i).alternatives().longest();
    }
    return Math.min(WINDOW, most + elements.get(element).gap().widest());
  }

  /** One past the last token of the shortest match that begins at a token; -1 without one. */
  int matchFrom(int from, List<Token> tokens, int[][] units) {
    long reached = 1;
    for (Element element : elements) {
      reached = (element.optional() ? reached : 0) | reach(element, reached, from, tokens, units);
      if (reached == 0) {
        return -1;
      }
    }
    int length = Long.numberOfTrailingZeros(reached);
    return length == 0 ? -1 : from + length;
  }

  /** Where the words begin that say what is reported, in a match from one token to another. */
  int coreFrom(int from, int to, List<Token> tokens, int[][] units) {
    if (core <= 0) {
      return from;
    }
    Alternatives last = elements.get(core).alternatives();
    for (int at = to - 1; at > from; at--) {
      if ((last.lengthsAt(at, tokens, units) & 1L << (to - at)) != 0) {
        return at;
      }
    }
    return from;
  }

  /** Where they end. */
  int coreTo(int from, int to, List<Token> tokens, int[][] units) {
    if (core != 0) {
      return to;
    }
    long lengths = elements.get(core).alternatives().lengthsAt(from, tokens, units);
    return Math.min(to, from + Long.numberOfTrailingZeros(lengths));
  }

  /** The places reached by an element that begins at, or within its gap after, those given. */
  private static long reach(
      Element element, long begin, int from, List<Token> tokens, int[][] units) {
    Gap gap = element.gap();
    long reached = 0;
    int left = -1;
    int last = Math.min(WINDOW, tokens.size() - from) - 1;
    for (int offset = Long.numberOfTrailingZeros(begin); offset <= last; offset++) {
      left = (begin & (1L << offset)) != 0 ? gap.widest() : left - 1;
      int at = from + offset;
      if (at > from && !follows(tokens.get(at), gap.widest() > 0)) {
        left = -1;
      }
      if (left >= 0) {
        reached |= element.alternatives().lengthsAt(at, tokens, units) << offset;
      } else if (begin >>> offset <= 1) {
        break;
      }
      if (left > 0 && !gap.admits(units[at])) {
        left = 0;
      }
    }
    return reached & WITHIN_WINDOW;
  }

  /** Without a gap, words stand side by side; with one, commas may stand between. */
  private static boolean follows(Token token, boolean gap) {
    return gap ? token.border() != Border.STOP : token.isJoined();
  }
}

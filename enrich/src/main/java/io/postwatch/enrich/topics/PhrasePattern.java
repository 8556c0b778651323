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
 */
record PhrasePattern(List<Element> elements) {
  static final int WINDOW = 60;
  static final int MOST_ELEMENTS = 12;
  static final int WIDEST_GAP = 9;

  /**
   * One element.
   *
   * @param phrases its alternatives, each a sequence of units
   * @param gap how many words may stand before it at most
   * @param optional whether it may be missing
   */
  record Element(List<int[]> phrases, int gap, boolean optional) {}

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

  /** The places reached by an element that begins at, or within its gap after, those given. */
  private static long reach(
      Element element, long begin, int from, List<Token> tokens, int[][] units) {
    long reached = 0;
    int left = -1;
    int last = Math.min(WINDOW, tokens.size() - from) - 1;
    for (int offset = Long.numberOfTrailingZeros(begin); offset <= last; offset++) {
      left = (begin & (1L << offset)) != 0 ? element.gap() : left - 1;
      int at = from + offset;
      if (at > from && !follows(tokens.get(at), element.gap() > 0)) {
        left = -1;
      }
      if (left >= 0) {
        reached |= phrasesAt(element, at, offset, tokens, units);
      } else if (begin >>> offset <= 1) {
        break;
      }
    }
    return reached;
  }

  private static long phrasesAt(
      Element element, int at, int offset, List<Token> tokens, int[][] units) {
    long reached = 0;
    for (int[] phrase : element.phrases()) {
      int end = offset + phrase.length;
      if (end <= WINDOW && isAt(phrase, at, tokens, units)) {
        reached |= 1L << end;
      }
    }
    return reached;
  }

  /** Without a gap, words stand side by side; with one, commas may stand between. */
  private static boolean follows(Token token, boolean gap) {
    return gap ? token.border() != Border.STOP : token.isJoined();
  }

  private static boolean isAt(int[] phrase, int at, List<Token> tokens, int[][] units) {
    if (at + phrase.length > tokens.size()) {
      return false;
    }
    for (int i = 0; i < phrase.length; i++) {
      if ((i > 0 && !tokens.get(at + i).isJoined()) || !has(units[at + i], phrase[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean has(int[] units, int unit) {
    for (int each : units) {
      if (each == unit) {
        return true;
      }
    }
    return false;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

/** Tells where sentences end and begin, by punctuation that all scripts share. */
final class Sentences {
  private static final String TERMINAL = ".!?…。！？؟।";

  /** Scripts that write these put no space after them. */
  private static final String WIDE_TERMINAL = "。！？";

  private static final String CLOSING = "”’\"')]»›」』）";
  private static final String OPENING = "“‘\"'([«„‹「『（#@";

  /** With fewer letters before it a full stop is an abbreviation's or an address's. */
  private static final int SHORTEST_WORD = 2;

  private Sentences() {}

  /** True where the last sign before an index, quotation marks aside, ends a sentence. */
  static boolean endAt(String text, int start, int at) {
    int last = at - 1;
    while (last > start && closes(text, last)) {
      last--;
    }
    return isTerminal(text, last)
        && (text.charAt(last) != '.' || !Abbreviations.endAt(text, start, last));
  }

  /** True where the sign at an index ends sentences. */
  static boolean isTerminal(String text, int at) {
    return TERMINAL.indexOf(text.charAt(at)) >= 0;
  }

  /** True where a sentence can begin: not with a small letter, nor with what closes another. */
  static boolean canBeginAt(String text, int at) {
    int c = text.codePointAt(at);
    boolean opens = OPENING.indexOf(c) >= 0;
    return opens || !Character.isLowerCase(c) && TERMINAL.indexOf(c) < 0 && CLOSING.indexOf(c) < 0;
  }

  /** True where a sentence ends and the next begins without a space, as in Chinese. */
  static boolean meetAt(String text, int at) {
    return WIDE_TERMINAL.indexOf(text.charAt(at - 1)) >= 0 && canBeginAt(text, at);
  }

  /** True for an end and a beginning with nothing between them: "in the region.The union". */
  static boolean collideAt(String text, int start, int at, int to) {
    if (at - start <= SHORTEST_WORD + 1 || at + 1 >= to || !endAt(text, start, at)) {
      return false;
    }
    int c = text.codePointAt(at);
    boolean begins = isFirstLetter(c) && Character.isLetter(text.charAt(at + 1));
    boolean opens = "“„«#".indexOf(c) >= 0 && !Character.isWhitespace(text.charAt(at + 1));
    return endsWord(text, at) && (begins || opens);
  }

  /** True where a word goes on with a capital, or a mark with a letter: "floodsThe union". */
  static boolean wordsCollideAt(String text, int start, int at, int to) {
    if (at - start <= SHORTEST_WORD || at + 1 >= to) {
      return false;
    }
    char last = text.charAt(at - 1);
    int c = text.codePointAt(at);
    boolean capital = Character.isUpperCase(c) && Character.isLetter(text.charAt(at + 1));
    boolean afterWord =
        Character.isLowerCase(last) && Character.isLowerCase(text.charAt(at - SHORTEST_WORD));
    boolean afterMark = ":!?…”“\"»)".indexOf(last) >= 0;
    boolean afterEnd = afterMark || last == '.';
    boolean sign = c > 0xFFFF || "#@“„«\"".indexOf(c) >= 0;
    boolean uncased = isUncased(c) && ":!?…؟".indexOf(last) >= 0;
    return capital && (afterWord || afterMark) || uncased || sign && (afterWord || afterEnd);
  }

  private static boolean endsWord(String text, int at) {
    return text.charAt(at - 1) != '.'
        || CLOSING.indexOf(text.charAt(at - 2)) >= 0
        || isLaterLetter(text.charAt(at - 2)) && isLaterLetter(text.charAt(at - 1 - SHORTEST_WORD));
  }

  /** A capital, or a letter of a script that has none, such as Arabic. */
  private static boolean isFirstLetter(int c) {
    return Character.isUpperCase(c) || isUncased(c);
  }

  private static boolean isLaterLetter(int c) {
    return Character.isLowerCase(c) || isUncased(c);
  }

  /** True for letters from Hebrew and Arabic to India's: those have no capitals but spaces. */
  private static boolean isUncased(int c) {
    return c >= 0x590 && c < 0xe00 && Character.isLetter(c);
  }

  /** In German “ closes what „ opened: there it stands at the end of a word. */
  private static boolean closes(String text, int at) {
    char c = text.charAt(at);
    boolean atWordEnd = at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
    return CLOSING.indexOf(c) >= 0 || c == '“' && atWordEnd;
  }
}

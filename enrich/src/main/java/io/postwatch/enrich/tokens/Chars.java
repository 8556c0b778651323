// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.tokens;

import io.postwatch.enrich.tokens.Token.Border;

/** Where the parts of a post end; every scan goes forward only. */
final class Chars {
  private Chars() {}

  static boolean isWordPart(int c) {
    return c >= 0 && (Character.isLetterOrDigit(c) || isMark(c));
  }

  static boolean isHashtagPart(int c) {
    return isWordPart(c) || c == '_';
  }

  static boolean isHandlePart(int c) {
    return c >= 0 && c < 128 && (Character.isLetterOrDigit(c) || c == '_');
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  static boolean isApostrophe(int c) {
    return c == '\'' || c == '’' || c == 'ʼ' || c == 'ʻ' || c == '‘' || c == '`';
  }

  static Border borderOf(int c) {
    return switch (c) {
      case '.', '!', '?', '…', '\n', '\r', '•', '|', '\u2028', '\u2029', '。' -> Border.STOP;
      case '-', '‐', '‑', '–' -> Border.HYPHEN;
      case '+', '&', '#' -> Border.SPACE;
      default ->
          Character.isWhitespace(c) || Character.isSpaceChar(c) || isInvisible(c)
              ? Border.SPACE
              : Border.PAUSE;
    };
  }

  private static boolean isInvisible(int c) {
    return Character.getType(c) == Character.FORMAT || c == '\uFE0F';
  }

  /** The end of the word that begins here, apostrophes and abbreviation dots inside included. */
  static int wordEnd(String text, int from) {
    int end = abbreviationEnd(text, from);
    if (end > from) {
      return end;
    }
    boolean number = Character.isDigit(text.codePointAt(from));
    end = from;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      if (!isWordPart(c)
          && !(isApostrophe(c) && betweenLetters(text, end))
          && !(number && (c == '.' || c == ',') && betweenDigits(text, end))) {
        return end;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  private static boolean betweenLetters(String text, int at) {
    return at + 1 < text.length()
        && Character.isLetter(text.codePointAt(at + 1))
        && Character.isLetter(text.codePointBefore(at));
  }

  private static boolean betweenDigits(String text, int at) {
    return at + 1 < text.length()
        && Character.isDigit(text.charAt(at + 1))
        && Character.isDigit(text.charAt(at - 1));
  }

  /** U.S., U.K., D.C.: capital letters, each with its dot, the last dot included if it is there. */
  private static int abbreviationEnd(String text, int from) {
    int end = from;
    int letters = 0;
    while (end < text.length() && Character.isUpperCase(text.charAt(end))) {
      letters++;
      if (end + 1 >= text.length() || text.charAt(end + 1) != '.') {
        end++;
        break;
      }
      end += 2;
    }
    boolean lettersFollow = end < text.length() && isWordPart(text.codePointAt(end));
    boolean dots = end - from >= 2 * letters - 1;
    return letters >= 2 && dots && !lettersFollow ? end : from;
  }

  /** Where 's begins at the end of a word; -1 without one. */
  static int possessiveStart(String text, int from, int end) {
    boolean ending =
        end - from > 2
            && (text.charAt(end - 1) == 's' || text.charAt(end - 1) == 'S')
            && isApostrophe(text.charAt(end - 2));
    return ending ? end - 2 : -1;
  }

  /** The end of a handle, its server included; dots and dashes at the end are left out. */
  static int handleEnd(String text, int from) {
    int end = from;
    int last = from;
    while (end < text.length()) {
      char c = text.charAt(end);
      if (isHandlePart(c)) {
        last = end + 1;
      } else if (c != '.' && c != '-' && c != '@' || last != end) {
        break;
      }
      end++;
    }
    return last;
  }

  static int hashtagEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isHashtagPart(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  /** The end of a hashtag's word: AlmatyProtests, EUSummit, Covid19 are two words each. */
  static int hashtagPartEnd(String text, int from) {
    int first = text.codePointAt(from);
    int end = from + Character.charCount(first);
    int before = first;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      if (!isWordPart(c)
          || Character.isDigit(before) != Character.isDigit(c)
          || startsWord(text, before, c, end)) {
        return end;
      }
      before = c;
      end += Character.charCount(c);
    }
    return end;
  }

  private static boolean startsWord(String text, int before, int c, int at) {
    if (!Character.isUpperCase(c)) {
      return false;
    }
    int next = at + Character.charCount(c);
    return Character.isLowerCase(before)
        || (next < text.length() && Character.isLowerCase(text.codePointAt(next)));
  }
}

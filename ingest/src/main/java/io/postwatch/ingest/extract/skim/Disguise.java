// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

/**
 * Letters that a page writes as references or escapes, such as {@code &#116;}, {@code \}{@code
 * u0074} or {@code %74}: hardly any page does, and behind them any word may hide.
 */
final class Disguise {
  private Disguise() {}

  /** True where a hash is of a reference to a letter, a digit or a sign of addresses. */
  static boolean isReference(Latin page, int at) {
    return at > 0 && page.charAt(at - 1) == '&' && isHidden(number(page, at + 1));
  }

  /** The number of a reference, decimal or hexadecimal; 0 where it is beyond ASCII by far. */
  static int number(Latin page, int start) {
    boolean hexadecimal = (page.at(start) | 0x20) == 'x';
    int at = hexadecimal ? start + 1 : start;
    int value = 0;
    for (char c = page.at(at); value <= Character.MAX_VALUE; c = page.at(++at)) {
      int digit = c >= '0' && c <= '9' ? c - '0' : hexadecimal ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return value;
      }
      value = value * (hexadecimal ? 16 : 10) + digit;
    }
    return 0;
  }

  /** True where a backslash is of an escaped letter, digit or sign. */
  static boolean isEscape(Latin page, int at) {
    char kind = page.at(at + 1);
    int digits = kind == 'u' ? 4 : kind == 'x' ? 2 : 0;
    // Slashes are common in this form, and known in it.
    int code = digits == 0 ? 0 : hex(page, at + 2, digits);
    return code != '/' && isHidden(code);
  }

  /** True where a percent sign is of a letter or a digit. */
  static boolean isPercent(Latin page, int at) {
    char first = page.at(at + 1);
    return first >= '3' && first <= '7' && isLetter(hex(page, at + 1, 2));
  }

  private static int hex(Latin page, int start, int digits) {
    int value = 0;
    for (int at = start; at < start + digits; at++) {
      int digit = Character.digit(page.at(at), 16);
      if (digit < 0) {
        return 0;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  private static boolean isLetter(int c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }

  private static boolean isHidden(int c) {
    return isLetter(c) && c > 0
        || c == 0xFF20
        || c == 0xFF08
        || c > 0 && "/@(.:_-\\".indexOf(c) >= 0;
  }
}

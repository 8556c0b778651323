// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

/**
 * Letters that a page writes as references or escapes, such as {@code &#116;}, {@code \}{@code
 * u0074} or {@code %74}: hardly any page does, and behind them any word may hide.
 */
final class Disguise {
  private Disguise() {}

  /** True where a letter, a digit or a sign of addresses is disguised, in bytes as Latin-1. */
  static boolean in(String page) {
    return hasReference(page) || hasEscape(page) || hasPercent(page);
  }

  /** By the hash, which is rarer than the ampersand. */
  private static boolean hasReference(String page) {
    for (int at = page.indexOf('#'); at >= 0; at = page.indexOf('#', at + 1)) {
      if (at > 0 && page.charAt(at - 1) == '&' && isHidden(number(page, at + 1))) {
        return true;
      }
    }
    return false;
  }

  /** The number of a reference, decimal or hexadecimal; 0 where it is beyond ASCII by far. */
  private static int number(String page, int start) {
    boolean hexadecimal = (charAt(page, start) | 0x20) == 'x';
    int at = hexadecimal ? start + 1 : start;
    int value = 0;
    for (char c = charAt(page, at); value <= Character.MAX_VALUE; c = charAt(page, ++at)) {
      int digit = c >= '0' && c <= '9' ? c - '0' : hexadecimal ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return value;
      }
      value = value * (hexadecimal ? 16 : 10) + digit;
    }
    return 0;
  }

  private static boolean hasEscape(String page) {
    for (int at = page.indexOf('\\'); at >= 0; at = page.indexOf('\\', at + 1)) {
      char kind = charAt(page, at + 1);
      int digits = kind == 'u' ? 4 : kind == 'x' ? 2 : 0;
      // Slashes are common in this form, and known in it.
      int code = digits == 0 ? 0 : hex(page, at + 2, digits);
      if (code != '/' && isHidden(code)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasPercent(String page) {
    for (int at = page.indexOf('%'); at >= 0; at = page.indexOf('%', at + 1)) {
      char first = charAt(page, at + 1);
      if (first >= '3' && first <= '7' && isLetter(hex(page, at + 1, 2))) {
        return true;
      }
    }
    return false;
  }

  private static int hex(String page, int start, int digits) {
    int value = 0;
    for (int at = start; at < start + digits; at++) {
      int digit = Character.digit(charAt(page, at), 16);
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

  private static char charAt(String page, int at) {
    return at < page.length() ? page.charAt(at) : '\0';
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

/** Markup that a page holds in base64, as a whole script, attribute or text. */
final class Base64Markup {
  /** Of 22 bytes; what is read has at least 40 digits. */
  private static final int MIN_LENGTH = 30;

  private static final int MAX_BROKEN = 200;

  private Base64Markup() {}

  /** True where a P, of which {@code <} makes the first digit, begins a long run of digits. */
  static boolean startsAt(Latin page, int at) {
    char second = page.at(at + 1);
    return second >= 'C' && second <= 'H' && mayBegin(page, at) && isRun(page, at);
  }

  /** After what stands before a value, but not after the comma of an address that is data. */
  private static boolean mayBegin(Latin page, int at) {
    char before = at == 0 ? ' ' : page.charAt(at - 1);
    boolean escaped = at > 1 && page.charAt(at - 2) == '\\';
    return before <= ' ' || before >= 0x80 || escaped || "\"'=>;`\\".indexOf(before) >= 0;
  }

  /** The first lines may be short. */
  private static boolean isRun(Latin page, int start) {
    int digits = 0;
    int at = start;
    while (digits < MIN_LENGTH && at - start < MAX_BROKEN) {
      char c = page.at(at++);
      if (c > ' ' && !isDigit(c)) {
        return false;
      }
      digits = c > ' ' ? digits + 1 : 0;
    }
    return digits == MIN_LENGTH;
  }

  private static boolean isDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '/' && c <= '9' || c == '+';
  }
}

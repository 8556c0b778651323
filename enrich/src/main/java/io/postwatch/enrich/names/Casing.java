// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

import io.postwatch.enrich.names.Piece.Kind;

/** How the letters of a word are cased, as a small number. */
final class Casing {
  static final int NONE = 0;
  static final int LOWER = 1;
  static final int TITLE = 2;
  static final int UPPER = 3;
  static final int SINGLE_CAPITAL = 4;
  static final int MIXED = 5;
  static final int UNCASED = 6;
  private static final int KINDS = 7;

  private Casing() {}

  static int of(CharSequence text, Kind kind) {
    return kind == Kind.WORD ? ofWord(text) : KINDS + kind.ordinal();
  }

  private static int ofWord(CharSequence text) {
    int upper = 0;
    int lower = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      upper += Character.isUpperCase(c) ? 1 : 0;
      lower += Character.isLowerCase(c) ? 1 : 0;
    }
    boolean capital = text.length() > 0 && Character.isUpperCase(text.charAt(0));
    if (upper == 0) {
      return lower > 0 ? LOWER : UNCASED;
    }
    if (lower == 0) {
      return upper > 1 ? UPPER : SINGLE_CAPITAL;
    }
    return capital && upper == 1 ? TITLE : MIXED;
  }

  /** Hash of a word's shape: X, x and 0 for letters and digits, runs cut to two. */
  static int shape(CharSequence text) {
    int hash = 17;
    char before = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      char sign = sign(text.charAt(i));
      run = sign == before ? run + 1 : 1;
      before = sign;
      if (run <= 2) {
        hash = hash * 31 + sign;
      }
    }
    return hash;
  }

  private static char sign(char c) {
    if (Character.isUpperCase(c)) {
      return 'X';
    }
    if (Character.isDigit(c)) {
      return '0';
    }
    return Character.isLetter(c) ? 'x' : c;
  }
}

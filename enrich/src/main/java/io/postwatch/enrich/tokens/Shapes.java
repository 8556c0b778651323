// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.tokens;

import io.postwatch.enrich.tokens.Token.Shape;

/** Tells how a word is cased. */
final class Shapes {
  private Shapes() {}

  static Shape of(String raw) {
    int upper = 0;
    int lower = 0;
    boolean dotted = false;
    for (int i = 0; i < raw.length(); ) {
      int c = raw.codePointAt(i);
      if (Character.isUpperCase(c)) {
        upper++;
      } else if (Character.isLowerCase(c)) {
        lower++;
      }
      dotted |= c == '.';
      i += Character.charCount(c);
    }
    if (upper > 0 && lower == 0) {
      return dotted ? Shape.DOTTED : upper > 1 ? Shape.UPPER : Shape.TITLE;
    }
    if (Character.isUpperCase(raw.codePointAt(0))) {
      return Shape.TITLE;
    }
    return lower > 0 && upper == 0 ? Shape.LOWER : Shape.OTHER;
  }
}

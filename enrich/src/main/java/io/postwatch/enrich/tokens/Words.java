// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.tokens;

import java.text.Normalizer;
import java.util.Locale;

/** The form in which words are compared. */
final class Words {
  /**
   * Longer runs are no words; without a bound, decomposing a heap of combining marks would take
   * more than linear time.
   */
  private static final int LONGEST = 100;

  private Words() {}

  /** Lower case without diacritics and apostrophes; empty for runs too long to be words. */
  static String normalise(String raw) {
    if (raw.length() > LONGEST) {
      return "";
    }
    return isPlain(raw) ? raw : letters(Normalizer.normalize(raw, Normalizer.Form.NFKD));
  }

  private static boolean isPlain(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private static String letters(String decomposed) {
    StringBuilder kept = new StringBuilder(decomposed.length());
    decomposed
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .filter(c -> Character.getType(c) != Character.MODIFIER_LETTER)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}

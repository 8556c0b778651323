// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes words alike that people take for the same handle or hashtag.
 *
 * <p>A word written without accents stands for all its spellings, one written with them for itself
 * alone: {@code malaga} finds Málaga, {@code año} does not find ano. So every word of a post is
 * looked up under both of its forms, and a rule has the one that it was written in.
 */
public final class Folding {
  private static final int TATWEEL = 0x0640;
  private static final int DOTLESS_I = 0x0131;
  private static final int CYRILLIC_IO = 0x0451;
  private static final int CYRILLIC_IE = 0x0435;

  private Folding() {}

  /**
   * Without differences of case (all scripts, Turkish i and final sigma among them), width,
   * presentation form and digits' script.
   */
  public static String strict(String word) {
    String compatible = Normalizer.normalize(word, Normalizer.Form.NFKC);
    // Lower case first: the capital sharp s becomes the small one, whose upper case is two letters.
    String lower =
        compatible.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    // Lower case gives a final sigma by its place, and a dot of its own to the Turkish capital I.
    String alike = lower.replace('ς', 'σ').replace("i\u0307", "i");
    StringBuilder folded = new StringBuilder(alike.length());
    alike
        .codePoints()
        .filter(Folding::isWritten)
        .map(Folding::plain)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  /**
   * As {@link #strict}, and without the marks that writers of the script leave out: accents of
   * Latin and Greek, vowel signs of Arabic and Hebrew, the dots of Russian yo. Marks that make
   * another letter, as in Hindi, Japanese or Cyrillic short i, stay.
   */
  public static String bare(String word) {
    String apart = Normalizer.normalize(strict(word), Normalizer.Form.NFD);
    StringBuilder bare = new StringBuilder(apart.length());
    boolean canLose = false;
    for (int i = 0; i < apart.length(); i += Character.charCount(apart.codePointAt(i))) {
      int c = apart.codePointAt(i);
      boolean isMark = Character.getType(c) == Character.NON_SPACING_MARK;
      canLose = isMark ? canLose : losesMarks(c);
      if (!isMark || !canLose) {
        bare.appendCodePoint(c);
      }
    }
    String together = Normalizer.normalize(bare, Normalizer.Form.NFC);
    return together.replace((char) CYRILLIC_IO, (char) CYRILLIC_IE);
  }

  private static boolean losesMarks(int letter) {
    return switch (Character.UnicodeScript.of(letter)) {
      case LATIN, GREEK, ARABIC, HEBREW -> true;
      default -> false;
    };
  }

  /** Leaves out what has no form of its own: joiners, direction marks, the Arabic stretch. */
  private static boolean isWritten(int c) {
    return c != TATWEEL && Character.getType(c) != Character.FORMAT;
  }

  private static int plain(int c) {
    if (c == DOTLESS_I) {
      return 'i';
    }
    return Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER
        ? '0' + Character.digit(c, 10)
        : c;
  }
}

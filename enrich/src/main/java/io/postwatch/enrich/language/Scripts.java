// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.language;

import java.lang.Character.UnicodeScript;
import java.util.List;

/** Scripts and letters that nearly only one language of the news has. */
final class Scripts {
  /**
   * A language, letters that its alphabet shares with none of the others here, and letters of
   * theirs that it lacks.
   */
  private record Alphabet(UnicodeScript script, String language, String own, String lacking) {}

  private static final List<Alphabet> ALPHABETS =
      List.of(
          new Alphabet(UnicodeScript.CYRILLIC, "kk", "қғұ", "ўҳҷӣӯ"),
          new Alphabet(UnicodeScript.CYRILLIC, "uk", "їєґ", "ыэъёқғұўөү"),
          new Alphabet(UnicodeScript.CYRILLIC, "be", "ў", "щъиқғҳ"),
          new Alphabet(UnicodeScript.CYRILLIC, "sr", "ђћ", "ыэъёйщю"),
          new Alphabet(UnicodeScript.CYRILLIC, "mk", "ѓќѕ", "ыэъёйщюђћ"),
          new Alphabet(UnicodeScript.ARABIC, "ps", "ټډړښځڅڼ", "ٹڈ"),
          new Alphabet(UnicodeScript.ARABIC, "ur", "ٹڈےں", "ټډړښځڅڼ"));

  private Scripts() {}

  /** The language that a script or its letters give away; null where trigrams must tell. */
  static String languageOf(UnicodeScript script, Letters letters) {
    return switch (script) {
      case LATIN -> letters.hasAnyOf("ə") ? "az" : null;
      case CYRILLIC, ARABIC -> byAlphabet(script, letters);
      // Han with any kana is Japanese, even where most of a headline is Han.
      case HAN ->
          letters.count(UnicodeScript.HIRAGANA) + letters.count(UnicodeScript.KATAKANA) > 0
              ? "ja"
              : "zh";
      case HIRAGANA, KATAKANA -> "ja";
      case HANGUL -> "ko";
      case GREEK -> "el";
      case HEBREW -> "he";
      case ARMENIAN -> "hy";
      case GEORGIAN -> "ka";
      case DEVANAGARI -> "hi";
      case BENGALI -> "bn";
      case GURMUKHI -> "pa";
      case GUJARATI -> "gu";
      case TAMIL -> "ta";
      case TELUGU -> "te";
      case KANNADA -> "kn";
      case MALAYALAM -> "ml";
      case SINHALA -> "si";
      case THAI -> "th";
      case LAO -> "lo";
      case MYANMAR -> "my";
      case KHMER -> "km";
      case ETHIOPIC -> "am";
      case THAANA -> "dv";
      default -> null;
    };
  }

  private static String byAlphabet(UnicodeScript script, Letters letters) {
    for (Alphabet alphabet : ALPHABETS) {
      if (alphabet.script() == script
          && letters.hasAnyOf(alphabet.own())
          && !letters.hasAnyOf(alphabet.lacking())) {
        return alphabet.language();
      }
    }
    return null;
  }
}

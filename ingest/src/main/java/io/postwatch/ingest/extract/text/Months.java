// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of months and weekdays in the languages of X's embeds, from the JDK's CLDR data. */
final class Months {
  /** The languages in which publish.x.com writes the dates of embeds with months by name. */
  private static final List<String> LANGUAGES =
      List.of(
          "en", "en-GB", "ar", "bg", "bn", "ca", "cs", "da", "de", "de-AT", "el", "es", "es-MX",
          "fa", "fi", "fil", "fr", "gu", "he", "hi", "hu", "id", "it", "kn", "mr", "ms", "nl", "no",
          "pl", "pt", "ro", "ru", "sk", "sr", "sv", "ta", "th", "tr", "uk", "ur", "vi");

  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

  /** Accents of alphabets that do without them in a pinch, and the dots of abbreviations. */
  private static final Pattern MARKS_AND_DOTS =
      Pattern.compile("[\\u0300-\\u036f\\u064b-\\u0655.\u05f3\u0970]");

  private static final List<String> ENGLISH = List.of("en");
  private static final Map<String, Month> ENGLISH_MONTHS = months(ENGLISH);

  /** Loaded when first needed: most dates are English, and all languages take half a second. */
  private static final class AllLanguages {
    static final Map<String, Month> MONTHS = months(LANGUAGES);
    static final Set<String> WEEKDAYS = weekdays();
  }

  private Months() {}

  /** The month of that name in any of the languages; empty also where languages disagree. */
  static Optional<Month> named(String word) {
    String name = folded(word);
    Month english = ENGLISH_MONTHS.get(name);
    return Optional.ofNullable(english != null ? english : AllLanguages.MONTHS.get(name));
  }

  /** True for a weekday's full or short name in any of the languages. */
  static boolean isWeekday(String word) {
    return AllLanguages.WEEKDAYS.contains(folded(word));
  }

  private static Map<String, Month> months(List<String> languages) {
    Map<String, Month> names = new HashMap<>();
    Set<String> disputed = new HashSet<>();
    for (String language : languages) {
      for (Month month : Month.values()) {
        for (TextStyle style : STYLES) {
          String name = folded(month.getDisplayName(style, Locale.forLanguageTag(language)));
          Month other = names.put(name, month);
          if (other != null && other != month) {
            disputed.add(name);
          }
        }
      }
    }
    // Some languages number their months instead of naming them.
    names.keySet().removeIf(name -> name.chars().anyMatch(Character::isDigit));
    names.keySet().removeAll(disputed);
    return Map.copyOf(names);
  }

  private static Set<String> weekdays() {
    Set<String> names = new HashSet<>();
    for (String language : LANGUAGES) {
      for (DayOfWeek day : DayOfWeek.values()) {
        for (TextStyle style : STYLES) {
          names.add(folded(day.getDisplayName(style, Locale.forLanguageTag(language))));
        }
      }
    }
    return Set.copyOf(names);
  }

  /** Without case, accents and dots, in which pages and CLDR differ. */
  private static String folded(String word) {
    String decomposed = Normalizer.normalize(word, Normalizer.Form.NFKD);
    return MARKS_AND_DOTS.matcher(decomposed.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}

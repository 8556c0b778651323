// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

import java.util.ArrayList;
import java.util.List;

/** What an inflected name may be in a dictionary; most of what comes out is no word. */
final class Inflections {
  private static final int SHORTEST = 5;
  private static final String ARABIC_PREFIXES = "وبلكف";

  /** Endings of Russian and Ukrainian cases, the longer first. */
  private static final List<String> CASES =
      List.of("ою", "ой", "ом", "ем", "ым", "им", "ию", "е", "а", "у", "и", "ы", "і", "ю", "я");

  private static final List<String> NOMINATIVES = List.of("", "а", "я", "ь", "й", "о");

  private Inflections() {}

  /**
   * Forms to look up; none for a short word.
   *
   * @param norm the word in lower case, without apostrophes
   * @param written the word as it stands
   */
  static List<String> nominatives(String norm, String written) {
    if (norm.length() < SHORTEST) {
      return List.of();
    }
    int apostrophe = apostrophe(written);
    if (apostrophe == 1) {
      return List.of(norm.substring(1)); // l'Ukraine, d'Haïti
    }
    if (apostrophe > 1 && apostrophe < norm.length()) {
      return List.of(norm.substring(0, apostrophe)); // Antakya'da
    }
    if (norm.charAt(0) >= 'ا' && norm.charAt(0) <= 'ي') {
      return arabic(norm);
    }
    char last = norm.charAt(norm.length() - 1);
    if (last == 's') {
      return List.of(norm.substring(0, norm.length() - 1));
    }
    return last >= 'Ѐ' && last <= 'ӿ' ? cyrillic(norm) : List.of();
  }

  /** Index of an apostrophe; -1 without one. */
  static int apostrophe(String written) {
    for (int i = 0; i < written.length(); i++) {
      if ("'’ʼ‘`".indexOf(written.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /** "And", "in", "to" and the article are written with the word. */
  private static List<String> arabic(String norm) {
    String rest = ARABIC_PREFIXES.indexOf(norm.charAt(0)) >= 0 ? norm.substring(1) : norm;
    return rest.startsWith("ال") ? List.of(rest, rest.substring(2)) : List.of(rest);
  }

  private static List<String> cyrillic(String norm) {
    List<String> forms = new ArrayList<>();
    for (String ending : CASES) {
      if (norm.endsWith(ending)) {
        String stem = norm.substring(0, norm.length() - ending.length());
        NOMINATIVES.forEach(nominative -> forms.add(stem + nominative));
        closed(stem, forms);
      }
    }
    return forms;
  }

  /** Ukrainian Харкові, Києві are of Харків, Київ, which the tokens write Киів. */
  private static void closed(String stem, List<String> forms) {
    int vowel = stem.length() - 2;
    if (vowel > 0 && "оеє".indexOf(stem.charAt(vowel)) >= 0) {
      forms.add(stem.substring(0, vowel) + "і" + stem.substring(vowel + 1));
    }
  }
}

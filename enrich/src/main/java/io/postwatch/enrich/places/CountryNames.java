// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Countries and their names, from the JDK's copy of the Unicode CLDR. */
final class CountryNames {
  /** Languages whose names for countries are recognised, besides English. */
  static final List<String> LANGUAGES =
      List.of("fr", "de", "es", "it", "pt", "ru", "uk", "ar", "tr", "pl", "nl", "el", "kk");

  private CountryNames() {}

  /**
   * ISO 3166-1 alpha-2 codes of all countries, and XK: user-assigned, but what CLDR, GeoNames and
   * the press use for Kosovo.
   */
  static Stream<String> codes() {
    return Stream.concat(Stream.of(Locale.getISOCountries()), Stream.of("XK")).distinct();
  }

  /** The usual English name. */
  static String english(String code) {
    return in(code, Locale.ENGLISH);
  }

  /** Its names in the other languages. */
  static Stream<String> foreign(String code) {
    return LANGUAGES.stream()
        .map(language -> in(code, Locale.forLanguageTag(language)))
        .filter(name -> !name.equals(code));
  }

  private static String in(String code, Locale language) {
    String name = new Locale.Builder().setRegion(code).build().getDisplayCountry(language);
    return name.replace(" - ", "-").replace(" – ", "-");
  }
}

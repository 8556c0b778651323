// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.util.Locale;
import java.util.Set;

/** Words whose full stop ends no sentence. */
final class Abbreviations {
  private static final Set<String> TITLES =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "st", "sen", "rep", "gov", "gen", "col", "lt", "sgt",
          "capt", "maj", "rev", "hon", "no", "vs", "approx", "sr", "sra", "dra", "mme", "pdt");

  private Abbreviations() {}

  /** True where the full stop at an index closes an initial or a title. */
  static boolean endAt(String text, int start, int stop) {
    int from = stop;
    while (from > start && Character.isLetter(text.charAt(from - 1)) && stop - from < 8) {
      from--;
    }
    String word = text.substring(from, stop);
    boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
    return initial || TITLES.contains(word.toLowerCase(Locale.ROOT));
  }
}

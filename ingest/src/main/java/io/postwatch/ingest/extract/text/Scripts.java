// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells in which script words are written. */
final class Scripts {
  /** Fewer letters than these prove nothing. */
  private static final int ENOUGH = 12;

  /** Addresses, tags and names of accounts are Latin in every language. */
  private static final Pattern NAMES =
      Pattern.compile("(?:https?://|pic\\.(?:twitter|x)\\.com/|[#@])\\S++");

  private static final Set<UnicodeScript> EAST_ASIAN =
      Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

  private Scripts() {}

  /** The script of most letters; {@code COMMON} where there are too few to say. */
  static UnicodeScript of(String words) {
    Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
    NAMES
        .matcher(words)
        .replaceAll(" ")
        .codePoints()
        .filter(Character::isLetter)
        .mapToObj(UnicodeScript::of)
        .forEach(script -> letters.merge(merged(script), 1, Integer::sum));
    return letters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(most -> most.getValue() >= ENOUGH)
        .map(Map.Entry::getKey)
        .orElse(UnicodeScript.COMMON);
  }

  /** True where both are known and differ. */
  static boolean differ(UnicodeScript one, UnicodeScript other) {
    return one != other && one != UnicodeScript.COMMON && other != UnicodeScript.COMMON;
  }

  private static UnicodeScript merged(UnicodeScript script) {
    return EAST_ASIAN.contains(script) ? UnicodeScript.HAN : script;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.util.regex.Pattern;

/** Words by which an article names its authors or asks to follow accounts. */
final class Byline {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Pattern OPENING =
      Pattern.compile(
          "(?:By|Von|Par|Por|Di|Door|Av|Af|Przez|Follow|Contact|Reporting|Story|Text|Photo|Written"
              + "|Posted|Published|Updated|Editor|Author)[\\s:]",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PART_OF_LIST =
      Pattern.compile("(?:and|with|or|und|mit|et|avec|y|con|e|en|met)\\s", FLAGS);

  private static final Pattern INSIDE =
      Pattern.compile(
          "(?<!\\p{L})(?:(?:follow|contact|join|e-?mail|write to|subscribe to|folgen sie|suivez"
              + "|contactez|s[ií]gue|siga|segu[ie]|volg)\\s{1,3}+(?:(?:us|me|our|him|her|them|the"
              + "|uns|nous|a|il|la|le|ons)(?!\\p{L})|[(（]?+[@＠])"
              + "|folg(?:t|en sie)? (?:uns|mir)|suivez-nous|s[ií]gu[ea]nos|siga-nos|seguici"
              + "|(?:reporting|report|written|story|edited|editing|photo(?:s|graphs?)?|text|words"
              + "|compiled|article) by|(?:editor|author|reporter)s?+:"
              + "|our (?:\\p{L}{1,20}+ )?+(?:editor|reporter|correspondent|writer|author"
              + "|journalist|staff|team)s?+(?!\\p{L}))",
          FLAGS);

  private Byline() {}

  /** True where words begin as bylines do: "By ". */
  static boolean opens(String words) {
    return OPENING.matcher(words).lookingAt();
  }

  /** True where a name after a dash is one more of those that prose lists: "and our editor". */
  static boolean isIn(String name) {
    return opens(name) || PART_OF_LIST.matcher(name).lookingAt() || INSIDE.matcher(name).find();
  }

  /** True where such words stand in {@code text[start, end)}. */
  static boolean isIn(String text, int start, int end) {
    return INSIDE.matcher(text).region(start, end).find();
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.util.regex.Pattern;

/** Words by which an article hands over to a post: "she wrote on X:". */
final class Announcement {
  /** Nearer to the colon than this, or it announces something else. */
  private static final int REACH = 80;

  private static final Pattern VERB =
      Pattern.compile(
          "(?<!\\p{L})(?:(?:re)?tweet(?:s|ed|é|ó|ou)?|twitter\\w{0,3}|tuit(?:eó|s)?|tuitou|twittou|X"
              + "|wrote|writes|post(?:s|ed)?|said|says|say|shared"
              + "|schrieb|schreibt|schreef|écrit|écrivait|escribió|publicó|dijo|escreveu|publicou|disse"
              + "|scritto|scrive|scriveva|napisał[ao]?|yazdı|paylaştı|dedi"
              + "|написал[аи]?|сообщил[аи]?|написав|написала|твиттер\\w{0,2}|έγραψε|كتب|غرد)"
              + "(?!\\p{L})[^.!?\\n]{0,60}+\\z",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Announcement() {}

  /** True where {@code text[start, end)} ends in such words and a colon. */
  static boolean endsAt(String text, int start, int end) {
    int colon = end - 1;
    if (colon <= start || text.charAt(colon) != ':') {
      return false;
    }
    return VERB.matcher(text).region(Math.max(start, colon - REACH), colon).find();
  }
}

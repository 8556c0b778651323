// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.util.regex.Pattern;

/** Words by which an article hands over to a post: "she wrote on X:". */
final class Announcement {
  /** Nearer to the colon than this, or it announces something else. */
  private static final int REACH = 80;

  private static final Pattern VERB =
      Pattern.compile(
          "(?<!\\p{L})(?:(?:re)?tweet(?:s|ed|é|ó|ou)?|twitter(?:t|te)|tuit(?:eó|s)?|tuitou|twittou"
              + "|(?:on|via|auf|sur|en|su|no|na|op|в|у|στο) (?:X|Twitter)|to (?:X|Twitter)"
              + "|in (?:a|an|one|the|his|her|their|another) (?:post|tweet|message|statement)"
              + "|wrote|writes|posted|posts|said|says|say|shared|respon(?:ds?|ded|se|ses)|reactions?|repl(?:y|ies|ied)"
              + "|announce[sd]?|added|claimed|noted|explained|warned|confirmed|stated|joked|quipped|vented"
              + "|commented|tweets?|see below|read as follows"
              + "|schrieb|schreibt|twitterte|reagierte|antwortete|kommentierte|erklärte|meldete|schreef|écrit|écrivait|réagi|annoncé|commenté|publié|déclaré|partagé|escribió|publicó|dijo|comentó|respondió|anunció|afirmó|señaló|compartió|informó|escreveu|publicou|disse|comentou|anunciou|afirmou|commentato|annunciato"
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

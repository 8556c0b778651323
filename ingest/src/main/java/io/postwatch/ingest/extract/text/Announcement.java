// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.util.regex.Pattern;

/** Words by which an article hands over to a post: "she wrote on X:". */
final class Announcement {
  /** Nearer to the colon than this, or it announces something else. */
  private static final int REACH = 80;

  /** Verbs and nouns of posting and saying, in the languages of X's embeds. */
  private static final String WORDS =
      "(?:re)?tweet(?:s|ed|é|ó|ou)?|twitter(?:t|te|de)?|tuit(?:eó|s|earon)?|tuitou|twittou"
          + "|(?:on|via|auf|sur|en|su|no|na|op|в|у|στο) (?:X|Twitter)|to (?:X|Twitter)"
          + "|in (?:a|an|one|the|his|her|their|another) (?:post|tweet|message|statement)"
          + "|wrote|writes|posted|posts|said|says|say|shared|respon(?:ds?|ded|se|ses)|reactions?"
          + "|repl(?:y|ies|ied)|announce[sd]?|added|claimed|noted|explained|warned|confirmed|stated"
          + "|joked|quipped|vented|commented|tweets?|see below|read as follows"
          // German, Dutch
          + "|schrieb(?:en)?|schreibt|schreiben|twitterte|reagierte|antwortete|kommentierte"
          + "|erklärte|meldete|teilten?|postete|veröffentlichte|verkündete"
          + "|schreef|schreven|meldde|meldt|reageerde|plaatste|deelde|liet weten"
          // French, Spanish, Portuguese, Italian
          + "|écrit|écrivait|réagi|annoncé|commenté|publié|déclaré|partagé|posté"
          + "|escrib(?:ió|ieron)|public(?:ó|aron)|dij(?:o|eron)|coment(?:ó|aron)|respondi(?:ó|eron)"
          + "|anunci(?:ó|aron)|afirmó|señaló|compart(?:ió|ieron)|inform(?:ó|aron)"
          + "|inform(?:ou|aram)|escrev(?:eu|eram)|public(?:ou|aram)|disse(?:ram)?|coment(?:ou|aram)"
          + "|anunci(?:ou|aram)|afirmou|post(?:ou|aram)|compartilh(?:ou|aram)"
          + "|commentato|annunciato|scritto|scrive|scriveva|pubblicato|condiviso|postato|twittato"
          // Polish, Turkish
          + "|(?:napisa|poinformowa|opublikowa|zamieści|udostępni|skomentowa)(?:ł|ła|ło|li|ły)"
          + "|yazdı|paylaştı|dedi|duyurdu|açıkla(?:dı|mayı yaptı|masını yaptı)"
          // Russian, Ukrainian, Greek
          + "|(?:написа|сообщи|опубликова|размести|прокомментирова)л[аи]?|твиттер\\w{0,2}"
          + "|(?:написа|повідоми|опублікува|розмісти|прокоментува)(?:в|ла|ли)"
          + "|έγραψ(?:ε|αν)|ανέφερ(?:ε|αν)|δημοσίευσ(?:ε|αν)|ανήρτησ(?:ε|αν)|ανέβασ(?:ε|αν)"
          + "|σχολίασ(?:ε|αν)|ανακοίνωσ(?:ε|αν)"
          // Arabic, whose words for "and" are written with the next
          + "|[وف]?(?:كتب|قال|نشر|غرد|أعلن|أضاف|علق|ذكر)(?:ت|وا)?|تغريدة|منشور|تدوينة";

  private static final Pattern VERB =
      Pattern.compile(
          "(?<!\\p{L})(?:" + WORDS + ")(?!\\p{L})[^.!?\\n]{0,60}+\\z",
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

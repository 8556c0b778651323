// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The signatures that Instagram writes under its embeds, as far as needed to find the name. */
final class InstagramSignature {
  /** What stands before the name. */
  private static final Pattern BEFORE =
      Pattern.compile(
          String.join(
              "|",
              List.of(
                  "an? (?:post|photo|video|reel) (?:shared|posted) by",
                  "ein (?:beitrag|foto|video|reel) geteilt von",
                  "ein von",
                  "une (?:publication|photo|vidéo) (?:partagée|publiée) par",
                  "una? (?:publicación|foto|v[ií]deo) (?:compartid|publicad)[ao] (?:de|por)",
                  "una? (?:post|foto|video) (?:condivis|pubblicat)[oa] da",
                  "uma? (?:publicação|foto|v[ií]deo) (?:compartilhad|partilhad|publicad)[ao] por",
                  "een (?:bericht|foto|video) (?:dat is )?gedeeld door",
                  "(?:post|zdjęcie|film) (?:udostępnion|zamieszczon)[yea]+ przez",
                  "(?:публикация|фото|видео)(?: опубликовано)? от",
                  "допис, поширений",
                  "ett inlägg delat av",
                  "et (?:opslag|innlegg) delt (?:af|av)",
                  "příspěvek sdílený",
                  "príspevok, ktorý zdieľa",
                  "o postare distribuită de",
                  "sebuah kiriman dibagikan oleh",
                  "bài viết do",
                  "η δημοσίευση κοινοποιήθηκε από (?:το χρήστη|τον/την)",
                  "تمت مشاركة منشور بواسطة",
                  "โพสต์ที่แชร์โดย")),
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** What stands after the handle in languages that begin with the name. */
  private static final Pattern AFTER =
      Pattern.compile(
          "\\s{0,3}+(?:['’]\\p{L}{2,4} paylaştığı|がシェア|님의|分享|által|jakama|ਦੁਆਰਾ|द्वारा)");

  private InstagramSignature() {}

  /** The display name in what stands around the handle's brackets, or null. */
  static String name(String before, String after) {
    Matcher prefix = BEFORE.matcher(before);
    if (prefix.lookingAt()) {
      return orNull(before.substring(prefix.end()));
    }
    return AFTER.matcher(after).lookingAt() ? orNull(before) : null;
  }

  private static String orNull(String name) {
    return name.isBlank() ? null : name.strip();
  }
}

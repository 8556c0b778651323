// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what closes the posts of platforms other than X, as their embed codes write it. */
final class OtherSignatures {
  /** More signatures than any article has. */
  private static final int MAX_SIGNATURES = 5_000;

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** Instagram: "A post shared by Name (@handle) on May 4, 2025 at 3:15pm PST". */
  private static final Pattern INSTAGRAM =
      Pattern.compile(
          "(?<!\\p{L})(?:an? (?:post|photo|video|reel) (?:shared|posted) by"
              + "|ein (?:beitrag|foto|video|reel) geteilt von|ein von"
              + "|une (?:publication|photo|vidéo) (?:partagée|publiée) par"
              + "|una? (?:publicación|foto|v[ií]deo) (?:compartid|publicad)[ao] (?:de|por)"
              + "|un(?:a|o)? (?:post|foto|video) (?:condivis|pubblicat)[oa] da"
              + "|uma? (?:publicação|foto|v[ií]deo) (?:compartilhad|partilhad)[ao] por"
              + "|een (?:bericht|foto|video) (?:dat is )?gedeeld door"
              + "|(?:post|zdjęcie|film) (?:udostępnion|zamieszczon)[yea]+ przez"
              + "|(?:публикация|фото|видео)(?: опубликовано)? от|ett inlägg delat av"
              + "|et (?:opslag|innlegg) delt (?:af|av)|sebuah kiriman dibagikan oleh)"
              + "\\s(?<name>[^\\n()]{0,120}?)\\s{0,2}+[(（]@(?<handle>[\\w.]{1,30}+)[)）]",
          FLAGS);

  /** Facebook, with the weekday that tells it from a blog's byline. */
  private static final Pattern FACEBOOK =
      Pattern.compile(
          "(?<!\\p{L})(?:posted by|gepostet von|publié par|publicad[ao] por|pubblicato da"
              + "|geplaatst door|opublikowany przez)\\s(?<name>[^\\n@]{1,80}?)\\s"
              + "(?:on|am|le|sur|el|en|il|su|em|op|w dniu)\\s(?=\\p{L}{4,14}+,)",
          FLAGS);

  /** Reddit: "Title by u/name in subreddit", perhaps with r/. */
  private static final Pattern REDDIT =
      Pattern.compile(
          "(?<![\\p{L}/])(?:posted )?by\\s{1,2}+u/(?<handle>[\\w-]{2,40}+)\\s{1,2}+in\\s{1,2}+"
              + "(?:r/)?\\w{2,40}+",
          FLAGS);

  /** Bluesky's handles are host names; those of Mastodon end in one. */
  private static final Pattern HOSTED =
      Pattern.compile(
          "[(（]\\s?+@(?<handle>(?:\\w{1,60}+@)?+[\\w-]{1,60}+(?:\\.[\\w-]{1,60}+){1,4}+)\\s?+[)）]");

  /** What Instagram writes before the words of some posts. */
  private static final Pattern OPENING =
      Pattern.compile(
          "(?:view this post on|sieh dir diesen beitrag auf|voir cette publication sur"
              + "|ver esta publicación en|visualizza questo post su|ver ess[ae] (?:foto|post) no"
              + "|dit bericht (?:bekijken )?op|wyświetl ten post na|посмотреть эту публикацию в"
              + "|visa detta inlägg på) instagram(?: an| bekijken)?+",
          FLAGS);

  private OtherSignatures() {}

  /** Index after the words with which the platform marks where the signed post's own begin. */
  static OptionalInt wordsStart(String text, int floor, Signature signature) {
    if (!signature.platform().equals("instagram")) {
      return OptionalInt.empty();
    }
    int from = Math.max(floor, signature.start() - 2 * signature.limit());
    Matcher opening = OPENING.matcher(text).region(from, signature.start());
    OptionalInt start = OptionalInt.empty();
    while (opening.find()) {
      start = OptionalInt.of(opening.end());
    }
    return start;
  }

  /**
   * All signatures, by platform and in the order of the text.
   *
   * @param latest the latest believable time of a post
   */
  static List<Signature> all(String text, Instant latest) {
    List<Signature> found = new ArrayList<>();
    if (text.indexOf('@') >= 0) {
      found.addAll(all(INSTAGRAM, text, match -> signed("instagram", text, match, latest)));
      found.addAll(all(HOSTED, text, match -> hosted(text, match, latest)));
    }
    found.addAll(all(FACEBOOK, text, match -> facebook(text, match, latest)));
    found.addAll(all(REDDIT, text, match -> signed("reddit", text, match, latest)));
    return found;
  }

  private static List<Signature> all(
      Pattern pattern, String text, Function<Matcher, Optional<Signature>> reader) {
    List<Signature> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (found.size() < MAX_SIGNATURES && matcher.find()) {
      reader.apply(matcher).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Signature> signed(
      String platform, String text, Matcher match, Instant latest) {
    Optional<ShownDate> date = ShownDate.at(text, match.end(), latest);
    String name = platform.equals("reddit") ? "" : match.group("name").strip();
    return Optional.of(
        Signature.elsewhere(
            platform, match.start(), match.end(), name, match.group("handle"), date));
  }

  private static Optional<Signature> facebook(String text, Matcher match, Instant latest) {
    return ShownDate.at(text, match.end(), latest)
        .map(
            date ->
                Signature.elsewhere(
                    "facebook",
                    match.start(),
                    match.end(),
                    match.group("name").strip(),
                    null,
                    Optional.of(date)));
  }

  /** In prose such names stand too: only between a dash's name and a date they are a signature. */
  private static Optional<Signature> hosted(String text, Matcher match, Instant latest) {
    Optional<ShownDate> date = ShownDate.at(text, match.end(), latest);
    String handle = match.group("handle");
    return date.isEmpty()
        ? Optional.empty()
        : SignatureName.before(text, 0, match.start(), true)
            .filter(SignatureName::dashed)
            .map(
                name ->
                    Signature.elsewhere(
                        handle.indexOf('@') >= 0 ? "mastodon" : "bluesky",
                        name.start(),
                        match.end(),
                        name.author() == null ? "" : name.author(),
                        handle,
                        date));
  }
}

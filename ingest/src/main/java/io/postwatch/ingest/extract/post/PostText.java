// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.post;

import com.twitter.twittertext.Extractor;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a post's text names: hashtags, mentions and links, by X's own twitter-text 3.1.0. */
public final class PostText {
  /** X's limit for its longest posts; longer texts are cut here. */
  public static final int MAX_CODE_POINTS = 25_000;

  /** A link that a scraper glued to the word before it. */
  private static final Pattern GLUED_LINK =
      Pattern.compile(
          "(?<=[^\\s/.@])(?=https?://)|(?<=[^\\s/])(?=pic\\.(?:twitter|x)\\.com/)",
          Pattern.CASE_INSENSITIVE);

  private final Extractor extractor = new Extractor();

  /** Hashtags as written, without #, each once. */
  public List<String> hashtags(String text) {
    return distinct(extractor.extractHashtags(separated(text)));
  }

  /** Mentioned handles in lower case, without @, each once. */
  public List<String> mentions(String text) {
    return extractor.extractMentionedScreennames(separated(text)).stream()
        .map(handle -> handle.toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }

  /** Links as written, also without scheme as in {@code pic.twitter.com/...}, each once. */
  public List<String> links(String text) {
    return distinct(extractor.extractURLs(separated(text)));
  }

  /** The text without what lies beyond {@link #MAX_CODE_POINTS}. */
  public static String bounded(String text) {
    return text.codePointCount(0, text.length()) <= MAX_CODE_POINTS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_CODE_POINTS));
  }

  private static String separated(String text) {
    return GLUED_LINK.matcher(text).replaceAll(" ");
  }

  private static List<String> distinct(List<String> values) {
    return values.stream().distinct().toList();
  }
}

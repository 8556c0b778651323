// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.post;

import com.twitter.twittertext.Extractor;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a post's text names: hashtags, mentions and links, by X's own twitter-text 3.1.0.
 *
 * <p>The library sees one word at a time: its patterns take seconds for a kilobyte of dots, and
 * overflow the stack on one of brackets.
 */
public final class PostText {
  /** X's limit for its longest posts; longer texts are cut here. */
  public static final int MAX_CODE_POINTS = 25_000;

  /** Of longer runs without white space, as in Chinese, only pieces are looked at. */
  private static final int MAX_WORD = 256;

  /** More dots and brackets than any address in a post has. */
  private static final int MAX_SIGNS = 8;

  /** Words that may be addresses without a scheme: more than any post has. */
  private static final int MAX_DOTTED = 100;

  /**
   * Where a scraper glued a link to the word before it, or a tag to the link before it; what
   * follows is looked at first, as it is rarer.
   */
  private static final Pattern GLUED =
      Pattern.compile(
          "(?=https?://)(?<=[^\\s/.@＠#＃$])|(?=pic\\.(?:twitter|x)\\.com/)(?<=[^\\s/])"
              + "|(?=[@#＠＃])(?<=(?:t\\.co|\\.com)/\\w{10})",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SIGN_RUN = Pattern.compile("([#＃@＠.])\\1{2,}+");
  private static final Pattern SPACE = Pattern.compile("\\s++");
  private static final Pattern SCHEME =
      Pattern.compile("https?://[!-~]{1,240}+", Pattern.CASE_INSENSITIVE);
  private static final Pattern DOTTED = Pattern.compile("[^\\s.]\\.[^\\s.]");
  private static final Pattern TAG_PIECE = Pattern.compile("[#＃][^#＃]{1,140}+");

  private final Extractor extractor = new Extractor();

  /** Hashtags as written, without #, each once. */
  public List<String> hashtags(String text) {
    if (text.indexOf('#') < 0 && text.indexOf('＃') < 0) {
      return List.of();
    }
    return words(text)
        .filter(word -> word.indexOf('#') >= 0 || word.indexOf('＃') >= 0)
        .flatMap(PostText::tagPieces)
        .filter(PostText::isTame)
        .flatMap(word -> extractor.extractHashtags(word).stream())
        .distinct()
        .toList();
  }

  /** Mentioned handles in lower case, without @, each once. */
  public List<String> mentions(String text) {
    if (text.indexOf('@') < 0 && text.indexOf('＠') < 0) {
      return List.of();
    }
    return extractor.extractMentionedScreennames(separated(text)).stream()
        .map(handle -> handle.toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }

  /** Links as written, also without scheme as in {@code pic.twitter.com/...}, each once. */
  public List<String> links(String text) {
    if (text.indexOf('.') < 0) {
      return List.of();
    }
    return words(text)
        .filter(word -> DOTTED.matcher(word).find())
        .limit(MAX_DOTTED)
        .flatMap(PostText::addressPieces)
        .filter(PostText::isTame)
        .flatMap(word -> extractor.extractURLs(word).stream())
        .distinct()
        .toList();
  }

  /** The text without what lies beyond {@link #MAX_CODE_POINTS}. */
  public static String bounded(String text) {
    return text.codePointCount(0, text.length()) <= MAX_CODE_POINTS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_CODE_POINTS));
  }

  private static Stream<String> words(String text) {
    return SPACE.splitAsStream(separated(text));
  }

  private static String separated(String text) {
    return SIGN_RUN.matcher(GLUED.matcher(text).replaceAll(" ")).replaceAll("$1$1");
  }

  private static Stream<String> addressPieces(String word) {
    return word.length() <= MAX_WORD
        ? Stream.of(word)
        : SCHEME.matcher(word).results().map(MatchResult::group);
  }

  private static Stream<String> tagPieces(String word) {
    return word.length() <= MAX_WORD
        ? Stream.of(word)
        : TAG_PIECE.matcher(word).results().map(piece -> withNeighbours(word, piece));
  }

  /** The signs before and after a hashtag decide whether it is one. */
  private static String withNeighbours(String word, MatchResult piece) {
    return word.substring(Math.max(0, piece.start() - 1), Math.min(word.length(), piece.end() + 1));
  }

  private static boolean isTame(String word) {
    return word.chars().filter(c -> c == '.' || c == '(').count() <= MAX_SIGNS;
  }
}

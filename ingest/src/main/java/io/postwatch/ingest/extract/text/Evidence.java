// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import io.postwatch.ingest.extract.text.Segment.Border;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What words and borders say for and against being part of a post: weights as in a sum of log odds,
 * so that 0 says nothing, 2 a good deal, 5 decides.
 */
final class Evidence {
  private static final Pattern POST_LINK =
      Pattern.compile("https?://t\\.co/|pic\\.(?:twitter|x)\\.com/");
  private static final Pattern TAG =
      Pattern.compile("(?<![\\p{L}\\p{N}&])[#＃][\\p{L}\\p{N}_]*+\\p{L}");
  private static final Pattern MENTION = Pattern.compile("(?<![\\w.])[@＠]\\w{2,20}+(?![\\w.@])");
  private static final Pattern EMOJI =
      Pattern.compile("[\\x{1F000}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\x{2B00}-\\x{2BFF}\\x{FE0F}]");
  private static final Pattern BULLET =
      Pattern.compile("\\A(?:[-–—•*▪●·‣➡✅]|\\d{1,2}[.)/])\\s?+\\S");
  private static final Pattern ALERT =
      Pattern.compile("\\A\\W{0,4}\\p{Lu}{4,}+(?: \\p{Lu}{2,}+)?+ ?[:|–—-]");
  private static final Pattern REPORTED =
      Pattern.compile(
          "\\b(?:said|says|told|added|according to|reported|quoted|statement|spokes\\w{3,6})\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PERSONAL =
      Pattern.compile("\\b(?:I|I'm|I’m|we|We|my|My|our|Our|you|You|your|Your)\\b");
  private static final Pattern CREDIT =
      Pattern.compile(
          "\\A\\W{0,2}(?:image|photo|picture|credit|source|file photo|read more|also read|related|advertisement)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ANNOUNCES =
      Pattern.compile(
          "\\b(?:tweet\\w{0,4}|twitter|wrote|writes|post(?:ed|ing)?|said|says|X)\\b[^.]{0,60}:\\W{0,2}\\z",
          Pattern.CASE_INSENSITIVE);

  private Evidence() {}

  /** The worth of a segment as part of the post rather than of the article's prose. */
  static double ofSegment(String text, Segment segment, Segment next) {
    String words = text.substring(segment.start(), segment.end());
    double sum = -0.6;
    sum += POST_LINK.matcher(words).find() ? 6 : 0;
    sum += TAG.matcher(words).find() ? 3 : 0;
    sum += MENTION.matcher(words).find() ? 2.5 : 0;
    sum += EMOJI.matcher(words).find() ? 3 : 0;
    sum += BULLET.matcher(words).find() && segment.border().compareTo(Border.LINE) <= 0 ? 2.5 : 0;
    sum += ALERT.matcher(words).find() ? 2 : 0;
    sum += words.endsWith("!") || words.endsWith("?") || words.endsWith("…") ? 0.8 : 0;
    sum += PERSONAL.matcher(words).find() ? 0.8 : 0;
    sum -= REPORTED.matcher(words).find() ? 1.2 : 0;
    sum -= CREDIT.matcher(words).find() ? 4 : 0;
    sum -= Math.max(0, words.length() - 120) / 60.0;
    if (next != null && next.border().compareTo(Border.LINE) <= 0) {
      sum += endsOpen(words) ? 1.5 : 0;
      sum -= ANNOUNCES.matcher(words).find() ? 5 : 0;
    }
    return sum;
  }

  /** The price of a border inside a post. */
  static double insidePost(Border border) {
    return switch (border) {
      case FIRST -> 0;
      case BLANK_LINE -> -2.5;
      case LINE -> -1.5;
      case JOINED_BLOCKS -> -1.5;
      case SENTENCE, NONE -> 0.6;
    };
  }

  /** The worth of beginning at a segment, by its border and the words before and after. */
  static double atStart(String text, List<Segment> segments, int index) {
    Segment first = segments.get(index);
    double sum =
        switch (first.border()) {
          case FIRST -> 2.5;
          case BLANK_LINE -> 2.5;
          case LINE -> 2;
          case JOINED_BLOCKS -> 1.5;
          case SENTENCE -> -1;
          case NONE -> -3;
        };
    String words = text.substring(first.start(), first.end());
    sum -= BULLET.matcher(words).find() ? 3 : 0;
    if (index > 0) {
      Segment before = segments.get(index - 1);
      String prose = text.substring(before.start(), before.end());
      sum += ANNOUNCES.matcher(prose).find() ? 3 : 0;
    }
    return sum;
  }

  /** The worth of a whole candidate: quotation marks that do not pair show a cut in a quotation. */
  static double ofWhole(String words) {
    int open = 0;
    double sum = 0;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      open += c == '“' || c == '«' || c == '„' ? 1 : 0;
      if (c == '”' || c == '»') {
        open--;
        sum -= open < 0 ? 3 : 0;
        open = Math.max(open, 0);
      }
    }
    boolean bare = words.codePoints().filter(Character::isLetter).count() < 3 || onlyLinks(words);
    return sum - (open > 0 ? 3 : 0) - (bare ? 3 : 0);
  }

  private static boolean onlyLinks(String words) {
    return words.replaceAll("(?:https?://|pic\\.(?:twitter|x)\\.com/|[#@])\\S++", "").isBlank();
  }

  private static boolean endsOpen(String words) {
    int last = words.codePointBefore(words.length());
    return Character.isLetterOrDigit(last) || last == ':' || last == ',';
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be the display name of an X account and what is prose between a dash and a handle. */
final class DisplayName {
  /** X's limit. */
  private static final int MAX_CODE_POINTS = 50;

  /** Columns after which scrapers break lines between any two words, at the least. */
  private static final int FOLD = 60;

  private static final int LONGEST_LINK = 220;

  private static final Pattern ADDRESS = Pattern.compile("://|\\.com/");

  /**
   * A sentence's end and more words. Short words with a capital are abbreviations, as in "Dept. of
   * Health".
   */
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?<!\\p{L})(?:\\p{Ll}[\\p{L}\\p{M}]{1,40}+|\\p{L}[\\p{L}\\p{M}]{5,40}+)(?<end>[.…!?])"
              + "[”\"’')\\]]{0,2}+\\s++\\S");

  private static final Pattern LINK_AT_END =
      Pattern.compile("(?:https?://|pic\\.(?:twitter|x)\\.com/)\\S{1,200}+\\s*+\\z");

  private DisplayName() {}

  /**
   * True where {@code text[start, end)} can be a name.
   *
   * @param dated whether a date follows: then the name may have a line of its own, be folded, or
   *     hold exclamation marks, as names do
   */
  static boolean canBe(String text, int start, int end, boolean dated) {
    String written = text.substring(start, end);
    String name = written.strip();
    return name.codePointCount(0, name.length()) <= MAX_CODE_POINTS
        && !ADDRESS.matcher(name).find()
        && !(dated ? isBroken(text, start, name) : written.indexOf('\n') >= 0)
        && !hasSentence(name, dated);
  }

  /** True where the words before an index end in a link, as a post's do. */
  static boolean followsLink(String text, int index) {
    int from = Math.max(0, index - LONGEST_LINK);
    return LINK_AT_END.matcher(text).region(from, index).find();
  }

  /** True where a line ends in the name other than by being folded. */
  private static boolean isBroken(String text, int start, String name) {
    int lineEnd = name.indexOf('\n');
    if (lineEnd < 0) {
      return false;
    }
    String next = name.substring(lineEnd + 1);
    return next.indexOf('\n') >= 0
        || Line.opensItem(next)
        || Byline.opens(next)
        || !isFold(text, text.indexOf('\n', text.indexOf(name, start)))
            && !followsLink(text, start - 1);
  }

  private static boolean isFold(String text, int lineEnd) {
    return lineEnd >= FOLD && text.substring(lineEnd - FOLD, lineEnd).indexOf('\n') < 0;
  }

  private static boolean hasSentence(String name, boolean dated) {
    Matcher sentence = SENTENCE.matcher(name);
    while (sentence.find()) {
      int end = sentence.start("end");
      boolean marked = "!?".indexOf(name.charAt(end)) >= 0;
      if (marked ? !dated : !Abbreviations.endAt(name, 0, end)) {
        return true;
      }
    }
    return false;
  }
}

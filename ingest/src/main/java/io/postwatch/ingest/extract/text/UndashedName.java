// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import static io.postwatch.ingest.extract.text.DirectionMarks.MARKS;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where a display name begins that no dash opens: after a post's own link, at the start of a
 * line, or after the end of a sentence.
 */
final class UndashedName {
  private static final Pattern POST_LINK =
      Pattern.compile("(?:https?://t\\.co/|pic\\.(?:twitter|x)\\.com/)\\w{4,20}+");

  /** All of a line up to the handle, below words. */
  private static final Pattern OWN_LINE =
      Pattern.compile("(?<=\\S[ \\t]{0,2}\\n\\n?)[^\\n]{2,100}+\\z");

  /** A few words with capitals, or in a script without them; their signs and emoji too. */
  private static final String WORDS =
      "(?=[(¡\"“]?[\\p{Lu}\\p{Lo}])(?:[(¡\"“#@]?+[\\p{Lu}\\p{Lo}\\p{N}\\p{So}]"
          + "[\\p{L}\\p{M}\\p{N}\\p{So}.'’_)”\"\\u200d\\ufe0f-]{0,24}+[ ,"
          + MARKS
          + "]{1,3}+|[&|·+/@] ){1,5}+";

  /** A few words with capitals alone on a line: a name wherever in the text it stands. */
  private static final Pattern CAPITALS =
      Pattern.compile(
          "(?<=\\S[ \\t]{0,2}\\n\\n?)["
              + MARKS
              + "]{0,3}+((?:\\p{Lu}[\\p{L}\\p{N}.'’_-]{0,24}+[ ,]{1,2}+){1,5}+)\\z");

  /** After a sentence, an emoji or a tag. */
  private static final Pattern AFTER_END =
      Pattern.compile(
          "(?:[.!?…。！？؟”\"] ?+|[\\p{So}\\x{FE0F}] |[#@][\\p{L}\\p{M}\\p{N}_]{1,40}+ )["
              + MARKS
              + "]{0,3}+("
              + WORDS
              + ")\\z");

  /**
   * A small word, or a name in another script than what comes first: prose, above all "A post
   * shared by" and the like of other platforms.
   */
  private static final Pattern PROSE =
      Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Ll}[\\p{L}’']{3}|\\p{Lo}[ \\u00a0]++\\p{Lu}");

  private UndashedName() {}

  /** The index at which the name before an index and a date begins, at or after {@code from}. */
  static Optional<Integer> start(String text, int from, int index) {
    return afterLink(text, from, index)
        .or(() -> ownLine(text, from, index))
        .or(() -> named(CAPITALS, text, from, index))
        .or(() -> named(AFTER_END, text, from, index));
  }

  private static Optional<Integer> afterLink(String text, int from, int index) {
    Matcher link = POST_LINK.matcher(text).region(from, index);
    int start = -1;
    while (link.find()) {
      start = link.end();
    }
    return start < 0
            || !DisplayName.canBe(text, start, index, true)
            || SignatureName.author(text, start, index) == null
        ? Optional.empty()
        : Optional.of(start);
  }

  private static Optional<Integer> ownLine(String text, int from, int index) {
    Matcher line = OWN_LINE.matcher(text).region(from, index);
    if (!line.find()) {
      return Optional.empty();
    }
    String author = SignatureName.author(text, line.start(), index);
    return author == null
            || isBelowHeadline(text, from, line.start())
            || Character.isLowerCase(author.codePointAt(0))
            || PROSE.matcher(author).find()
            || Byline.isIn(author)
            || !DisplayName.canBe(text, line.start(), index, true)
        ? Optional.empty()
        : Optional.of(line.start());
  }

  /** Below the first line of a text stands the article's author, not a post's. */
  private static boolean isBelowHeadline(String text, int from, int lineStart) {
    return from == 0 && text.substring(0, lineStart).strip().indexOf('\n') < 0;
  }

  private static Optional<Integer> named(Pattern pattern, String text, int from, int index) {
    Matcher name = pattern.matcher(text).region(from, index);
    return name.find() && !Byline.opens(name.group(1))
        ? Optional.of(name.start(1))
        : Optional.empty();
  }
}

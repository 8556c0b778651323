// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a signature before its handle: a dash and a display name.
 *
 * @param start index of its first character
 * @param author the name with its white space collapsed, or null where it is empty
 * @param dashed whether a dash opens it
 */
record SignatureName(int start, String author, boolean dashed) {
  /** Fifty emoji of several characters each, and the dash. */
  private static final int MAX_LENGTH = 200;

  private static final Pattern POST_LINK =
      Pattern.compile("(?:https?://t\\.co/|pic\\.(?:twitter|x)\\.com/)\\w{4,20}+");

  /** After a line that has ended or a sentence. */
  private static final Pattern UNDASHED =
      Pattern.compile(
          "(?<=\\S[ \\t]{0,2}\\n\\n?|[.!?…”\"] )((?:\\p{Lu}[\\p{L}\\p{N}.'’_-]{0,24}+[ ,]{1,2}+){1,5}+)\\z");

  /** Marks that X's older embeds put around names to keep their direction. */
  private static final Pattern SPACE =
      Pattern.compile("[\\s\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]++");

  /**
   * The name before an index of plain text, not reaching back beyond the floor.
   *
   * @param dated whether a date follows: then the name may have a line of its own
   */
  static Optional<SignatureName> before(String text, int floor, int index, boolean dated) {
    int from = Math.max(floor, index - MAX_LENGTH);
    return Dash.in(text, from, index).stream()
        .filter(dash -> DisplayName.canBe(text, dash.end(), index, dated))
        .max(
            Comparator.comparingDouble((Dash dash) -> strength(text, dash, index))
                .thenComparingInt(dash -> dash.closesPost() ? -dash.start() : dash.start()))
        .map(dash -> new SignatureName(dash.start(), author(text, dash.end(), index), true))
        .or(() -> afterLink(text, from, index))
        .or(() -> undashed(text, from, index));
  }

  /** The name before an index of a page's text, where the markup shows that it is a signature. */
  static SignatureName inMarkup(String text, int index) {
    int line = text.lastIndexOf('\n', index - 1) + 1;
    return before(text, 0, index, true)
        .orElseGet(() -> new SignatureName(line, author(text, line, index), false));
  }

  /** A dash before a small letter divides a sentence more often than it signs. */
  private static double strength(String text, Dash dash, int index) {
    String author = author(text, dash.end(), index);
    boolean small = author != null && Character.isLowerCase(author.codePointAt(0));
    return dash.strength() - (small ? 4 : 0);
  }

  private static Optional<SignatureName> afterLink(String text, int from, int index) {
    Matcher link = POST_LINK.matcher(text).region(from, index);
    int start = -1;
    while (link.find()) {
      start = link.end();
    }
    return start < 0
            || !DisplayName.canBe(text, start, index, true)
            || author(text, start, index) == null
        ? Optional.empty()
        : Optional.of(new SignatureName(start, author(text, start, index), false));
  }

  /** Without a dash: a few words with capitals, on a line of their own or after a sentence. */
  private static Optional<SignatureName> undashed(String text, int from, int index) {
    Matcher name = UNDASHED.matcher(text).region(from, index);
    return name.find() && !Byline.opens(name.group(1))
        ? Optional.of(new SignatureName(name.start(1), author(text, name.start(1), index), false))
        : Optional.empty();
  }

  private static String author(String text, int start, int end) {
    String author = SPACE.matcher(text.substring(start, end)).replaceAll(" ").strip();
    return author.isEmpty() ? null : author;
  }
}

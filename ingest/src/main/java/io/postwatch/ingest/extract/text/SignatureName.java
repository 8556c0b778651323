// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import static io.postwatch.ingest.extract.text.DirectionMarks.MARKS;

import java.util.Comparator;
import java.util.Optional;
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

  /** With the marks that X's older embeds put around names to keep their direction. */
  private static final Pattern SPACE = Pattern.compile("[\\s" + MARKS + "]++");

  /**
   * The name before an index of plain text, not reaching back beyond the floor.
   *
   * @param dated whether a date follows: then the name may have a line of its own, or no dash
   */
  static Optional<SignatureName> before(String text, int floor, int index, boolean dated) {
    int from = Math.max(floor, index - MAX_LENGTH);
    return Dash.in(text, from, index).stream()
        .filter(dash -> DisplayName.canBe(text, dash.end(), index, dated))
        .max(
            Comparator.comparingDouble((Dash dash) -> strength(text, dash, index))
                .thenComparingInt(dash -> dash.closesPost() ? -dash.start() : dash.start()))
        .map(dash -> new SignatureName(dash.start(), author(text, dash.end(), index), true))
        .or(
            () ->
                dated
                    ? UndashedName.start(text, from, index).map(at -> undashed(text, at, index))
                    : Optional.empty())
        .map(name -> name.startingAt(DirectionMarks.startBefore(text, name.start(), floor)));
  }

  /** The name before an index of a page's text, where the markup shows that it is a signature. */
  static SignatureName inMarkup(String text, int index) {
    int line = text.lastIndexOf('\n', index - 1) + 1;
    return before(text, 0, index, true).orElseGet(() -> undashed(text, line, index));
  }

  /** The name in {@code text[start, end)}, or null where it is empty. */
  static String author(String text, int start, int end) {
    String author = SPACE.matcher(text.substring(start, end)).replaceAll(" ").strip();
    return author.isEmpty() ? null : author;
  }

  /** A dash before a small letter divides a sentence more often than it signs. */
  private static double strength(String text, Dash dash, int index) {
    String author = author(text, dash.end(), index);
    boolean small = author != null && Character.isLowerCase(author.codePointAt(0));
    return dash.strength() - (small ? 4 : 0);
  }

  private static SignatureName undashed(String text, int start, int end) {
    return new SignatureName(start, author(text, start, end), false);
  }

  private SignatureName startingAt(int index) {
    return new SignatureName(index, author, dashed);
  }
}

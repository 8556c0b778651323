// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

/**
 * Invisible marks that keep the direction of words, which X's embeds in Arabic, Hebrew and Persian
 * put around handles, names and whole signatures.
 */
final class DirectionMarks {
  /** The marks, for use inside a character class of a pattern. */
  static final String MARKS = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069";

  private DirectionMarks() {}

  static boolean is(char c) {
    return c == '\u061c'
        || c == '\u200e'
        || c == '\u200f'
        || c >= '\u202a' && c <= '\u202e'
        || c >= '\u2066' && c <= '\u2069';
  }

  /** The index, or that of the first of the marks right before it, not before the floor. */
  static int startBefore(String text, int index, int floor) {
    int start = index;
    while (start > floor && is(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }
}

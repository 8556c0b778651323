// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.tokens;

/**
 * A word, number, handle or link of a post.
 *
 * @param norm the word in lower case without diacritics and apostrophes; empty for handles and
 *     links, which are never matched
 * @param start first character, in code points of the text
 * @param end one past the last character, in code points; a possessive 's is left out
 * @param kind what it is
 * @param shape how its letters are cased
 * @param border what stands between it and the token before it
 * @param at UTF-16 index of its first character
 * @param until UTF-16 index one past its last character
 * @param hashtag number of the hashtag it is part of, counted from 0; -1 outside of hashtags
 */
public record Token(
    String norm,
    int start,
    int end,
    Kind kind,
    Shape shape,
    Border border,
    int at,
    int until,
    int hashtag) {

  /** What a token is. */
  public enum Kind {
    WORD,
    /** Starts with a digit: 164, 5k, 1,000, 21st. */
    NUMBER,
    HANDLE,
    LINK
  }

  /** How the letters of a token are cased; scripts without case are OTHER. */
  public enum Shape {
    LOWER,
    /** The first letter only. */
    TITLE,
    /** All of at least two letters. */
    UPPER,
    /** Letters with dots between: U.S. */
    DOTTED,
    OTHER
  }

  /** What stands before a token, from the closest to the loosest. */
  public enum Border {
    /** Nothing, inside a hashtag. */
    NONE,
    HYPHEN,
    SPACE,
    /** A comma, colon, bracket, quotation mark or dash. */
    PAUSE,
    /** The end of a sentence or line, or the start of the text. */
    STOP
  }

  /** True for what can be matched as a word. */
  public boolean isWord() {
    return kind == Kind.WORD;
  }

  /** True when it begins with a capital letter. */
  public boolean isCapitalised() {
    return shape == Shape.TITLE || shape == Shape.UPPER || shape == Shape.DOTTED;
  }

  /** True when only a space or hyphen, or nothing, separates it from the token before it. */
  public boolean isJoined() {
    return border.compareTo(Border.SPACE) <= 0;
  }

  /** True inside a hashtag, where people do not care for capitals. */
  public boolean inHashtag() {
    return hashtag >= 0;
  }
}

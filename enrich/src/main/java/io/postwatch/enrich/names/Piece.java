// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

/**
 * What the tagger reads as one: a word, a mark, a whole hashtag.
 *
 * @param kind what it is
 * @param at UTF-16 index of its first character; of a hashtag, of the one after the #
 * @param until UTF-16 index one past its last character
 * @param start first character, in code points of the text
 * @param end one past the last character, in code points
 * @param spaced whether a space stands before it
 */
public record Piece(Kind kind, int at, int until, int start, int end, boolean spaced) {

  /** What a piece is. */
  public enum Kind {
    WORD,
    NUMBER,
    HASHTAG,
    /** 's, 'm, 're: what is no part of the name before it. */
    CLITIC,
    /** Punctuation, a symbol or emoji; the same one several times over counts once. */
    MARK,
    HANDLE,
    LINK;

    boolean isRead() {
      return this == WORD || this == NUMBER || this == HASHTAG;
    }
  }
}

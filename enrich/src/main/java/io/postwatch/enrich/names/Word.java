// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

/**
 * What is to be known of a piece by itself, in numbers; the same wherever it stands.
 *
 * @param text as written
 * @param folded in lower case, as {@link WordReader#fold} makes it
 * @param kind what it is
 * @param lower hash of that
 * @param casing how its letters are cased, coarsely ({@link Casing})
 * @param shape hash of its shape: Xxx, xx0
 * @param post cluster among the words of posts; 0 when unknown
 * @param branch the 8 bits of that cluster's path that come first
 * @param prose cluster among the words of prose; 0 when unknown
 * @param group coarser cluster among the words of prose
 * @param parts bits of {@link NamePart}
 */
record Word(
    String text,
    String folded,
    Piece.Kind kind,
    int lower,
    int casing,
    int shape,
    int post,
    int branch,
    int prose,
    int group,
    int parts) {

  /** What stands before the first and after the last piece. */
  static final Word NONE =
      new Word("", "", Piece.Kind.MARK, -1, Casing.NONE, -1, -1, -1, -1, -1, 0);
}

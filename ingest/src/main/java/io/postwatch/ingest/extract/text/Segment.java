// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

/**
 * A sentence or line of a text.
 *
 * @param start index of its first character
 * @param end index after its last, without white space
 * @param border what parts it from the words before it
 */
record Segment(int start, int end, Border border) {

  /** What parts two pieces of text, from the strongest to the weakest sign of a new beginning. */
  enum Border {
    /** Nothing lies before: the text's first words, or the first after another post. */
    FIRST,
    BLANK_LINE,
    LINE,
    /** Sentences with no space between them, or with many: blocks of a page that were joined. */
    JOINED_BLOCKS,
    SENTENCE,
    /** The window's edge inside a sentence. */
    NONE
  }
}

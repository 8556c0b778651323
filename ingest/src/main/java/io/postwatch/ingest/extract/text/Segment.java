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

  /** What parts two pieces of text; those up to {@link #WRAP} begin a line. */
  enum Border {
    /** Nothing lies before. */
    ARTICLE,
    /** Another post ends before. */
    POST,
    /** A quote begins, as Markdown and e-mail mark it. */
    QUOTE,
    /** A quote ends, or an indented block begins or ends. */
    BLOCK,
    BLANK_LINE,
    LINE,
    /** A single line break where blank lines part the paragraphs. */
    WRAP,
    /** Sentences with no space between them, or with many: blocks of a page that were joined. */
    JOINED_BLOCKS,
    /** A capital inside a word, where blocks are joined without a space. */
    JOINED_WORDS,
    SENTENCE,
    /** A colon after words that announce a post, as in "she wrote on X: ...". */
    COLON,
    /** The edge of what was looked at, perhaps inside a sentence. */
    EDGE
  }

  boolean startsParagraph() {
    return border.compareTo(Border.LINE) <= 0;
  }

  boolean startsLine() {
    return border.compareTo(Border.WRAP) <= 0;
  }
}

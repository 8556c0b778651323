// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.util.Arrays;

/**
 * How a text as a whole is set out.
 *
 * @param spaced whether blank lines part its paragraphs, so that a single line break is inside one
 * @param fragmented whether links and tags were given lines of their own, so that a line break may
 *     be inside a sentence
 * @param usualLength median length of its paragraphs, in UTF-16 units; 0 where it has none
 */
record Layout(boolean spaced, boolean fragmented, int usualLength) {
  /** Paragraphs measured: more do not change the median of any article. */
  private static final int SAMPLE = 2000;

  /** A paragraph below this part of the usual length is short. */
  private static final double SHORT = 0.5;

  /** The least part of the lines that must go on with a small letter or a comma. */
  private static final double FRAGMENTS = 0.05;

  static Layout of(String text) {
    int[] lengths = new int[SAMPLE];
    int paragraphs = 0;
    int blank = 0;
    int single = 0;
    int fragments = 0;
    int start = 0;
    for (int at = 0; at < text.length() && paragraphs < SAMPLE; ) {
      int breakAt = text.indexOf('\n', at);
      int end = breakAt < 0 ? text.length() : breakAt;
      int next = end;
      int breaks = 0;
      while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
        breaks += text.charAt(next) == '\n' ? 1 : 0;
        next++;
      }
      if (end > start) {
        lengths[paragraphs++] = end - start;
      }
      blank += breaks > 1 ? 1 : 0;
      single += breaks == 1 ? 1 : 0;
      fragments += breaks == 1 && next < text.length() && goesOn(text, next) ? 1 : 0;
      start = next;
      at = next;
    }
    Arrays.sort(lengths, 0, paragraphs);
    boolean fragmented = fragments > 1 && fragments > paragraphs * FRAGMENTS;
    int usual = paragraphs == 0 ? 0 : lengths[paragraphs / 2];
    return new Layout(blank > single, fragmented, usual);
  }

  /** True where a line break before the index is inside a sentence, for all that is known. */
  boolean isInside(String text, int next) {
    return goesOn(text, next)
        || fragmented && "#@".indexOf(text.charAt(next)) >= 0
        || fragmented && (text.startsWith("http", next) || text.startsWith("pic.", next));
  }

  private static boolean goesOn(String text, int next) {
    int c = text.codePointAt(next);
    return Character.isLowerCase(c)
            && !text.startsWith("http", next)
            && !text.startsWith("pic.", next)
        || ",.;:!?)’".indexOf(c) >= 0;
  }

  /** True where a paragraph of that length stands out as short. */
  boolean isShort(int length) {
    return length < usualLength * SHORT;
  }
}

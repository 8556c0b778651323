// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.util.Arrays;

/**
 * How a text as a whole is set out.
 *
 * @param spaced whether blank lines part its paragraphs, so that a single line break is inside one
 * @param usualLength median length of its paragraphs, in UTF-16 units; 0 where it has none
 */
record Layout(boolean spaced, int usualLength) {
  /** Paragraphs measured: more do not change the median of any article. */
  private static final int SAMPLE = 2000;

  /** A paragraph below this part of the usual length is short. */
  private static final double SHORT = 0.5;

  static Layout of(String text) {
    int[] lengths = new int[SAMPLE];
    int paragraphs = 0;
    int blank = 0;
    int single = 0;
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
      start = next;
      at = next;
    }
    Arrays.sort(lengths, 0, paragraphs);
    return new Layout(blank > single, paragraphs == 0 ? 0 : lengths[paragraphs / 2]);
  }

  /** True where a paragraph of that length stands out as short. */
  boolean isShort(int length) {
    return length < usualLength * SHORT;
  }
}

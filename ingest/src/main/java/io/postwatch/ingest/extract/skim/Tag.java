// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

/** Finds the ends of tags in a page that is not parsed, and knows where that cannot be done. */
final class Tag {
  /** Longer ones are unclear. */
  static final int MAX_LENGTH = 2000;

  private Tag() {}

  /** The index of the {@code <} of the tag that the index lies in, or -1. */
  static int start(Latin page, int index) {
    return start(page, index, MAX_LENGTH);
  }

  /** As {@link #start(String, int)}, within fewer characters. */
  static int start(Latin page, int index, int length) {
    for (int at = index; at >= 0 && index - at < length; at--) {
      char c = page.charAt(at);
      if (c == '<') {
        return at;
      }
      if (c == '>' && at < index) {
        return -1;
      }
    }
    return -1;
  }

  /** The index of the {@code >} that ends the tag which the index lies in, or -1. */
  static int end(Latin page, int index) {
    int limit = Math.min(page.length(), index + MAX_LENGTH);
    for (int at = index; at < limit; at++) {
      if (page.charAt(at) == '>') {
        return at;
      }
    }
    return -1;
  }

  /** False where its ends may be signs in a quoted value or a comment, in which any may stand. */
  static boolean isClear(Latin page, int start, int end) {
    int single = 0;
    int twofold = 0;
    for (int at = start; at < end; at++) {
      char c = page.charAt(at);
      single += c == '\'' ? 1 : 0;
      twofold += c == '"' ? 1 : 0;
    }
    return (single & 1) == 0 && (twofold & 1) == 0 && page.charAt(end - 1) != '-';
  }
}

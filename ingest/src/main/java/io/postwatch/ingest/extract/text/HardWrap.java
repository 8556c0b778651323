// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.util.Iterator;
import java.util.List;

/** Undoes the line breaks of tools that fold text at a fixed width, as e-mail and html2text do. */
final class HardWrap {
  /** No tool folds to narrower columns. */
  private static final int MIN_WIDTH = 50;

  /** No tool folds to wider columns. */
  private static final int MAX_WIDTH = 100;

  private static final int ENOUGH_LINES = 8;

  /** Lines beyond this many change nothing in the measure. */
  private static final int SAMPLE = 5000;

  /** Addresses are not folded: that part of the lines may be longer than the width. */
  private static final double LONGER = 0.05;

  /** The least part of the single line breaks that must be folds. */
  private static final double FOLDS = 0.6;

  private HardWrap() {}

  /** The text with a space for each fold; as it is where it was not folded. */
  static String undone(String text) {
    List<String> sample = text.lines().limit(SAMPLE).toList();
    int width = width(sample);
    if (width < MIN_WIDTH || width > MAX_WIDTH || !isFolded(sample, width)) {
      return text;
    }
    StringBuilder unfolded = new StringBuilder(text.length());
    Iterator<String> lines = text.lines().iterator();
    String line = lines.next();
    while (lines.hasNext()) {
      String next = lines.next();
      unfolded.append(line).append(isFold(line, next, width) ? ' ' : '\n');
      line = next;
    }
    return unfolded.append(line).toString();
  }

  /** The width that nearly all lines keep to; 0 where there are too few to say. */
  private static int width(List<String> lines) {
    int[] lengths = lines.stream().mapToInt(String::length).filter(n -> n > 0).sorted().toArray();
    return lengths.length < ENOUGH_LINES ? 0 : lengths[(int) ((lengths.length - 1) * (1 - LONGER))];
  }

  private static boolean isFolded(List<String> lines, int width) {
    int breaks = 0;
    int folds = 0;
    for (int i = 0; i < lines.size() - 1; i++) {
      if (!lines.get(i).isBlank() && !lines.get(i + 1).isBlank()) {
        breaks++;
        folds += isFold(lines.get(i), lines.get(i + 1), width) ? 1 : 0;
      }
    }
    return folds > breaks * FOLDS;
  }

  /** A line is folded where the next word would not have fitted on it. */
  private static boolean isFold(String line, String next, int width) {
    if (line.isBlank() || next.isBlank()) {
      return false;
    }
    int space = next.indexOf(' ');
    int word = space < 0 ? next.length() : space;
    return line.length() + 1 + word > width;
  }
}

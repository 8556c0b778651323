// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The width at which a tool folded a text's lines, as e-mail, html2text and text browsers do.
 *
 * @param width in columns; 0 where the text was not folded
 */
record Folding(int width) {
  /** No tool folds to narrower columns. */
  private static final int MIN_WIDTH = 50;

  /** No tool folds to wider columns. */
  private static final int MAX_WIDTH = 132;

  /** Fewer folds prove nothing. */
  private static final int ENOUGH = 5;

  /** Lines beyond this many change nothing in the measure. */
  private static final int SAMPLE = 5000;

  /** With fewer words a line may be a list's. */
  private static final int PROSE = 4;

  /** Lines below this part of the width are a list's or a menu's and say nothing. */
  private static final double SHORT = 0.6;

  /** The least part of the other line breaks that must be folds. */
  private static final double FOLDS = 0.6;

  /** Tools differ in how they count emoji, and in whether they count a quote's sign. */
  private static final int SLACK = 2;

  /** A line break of the sample: the columns of the line, and with the next word. */
  private record Break(int columns, int withNext) {}

  /** Finds the width that explains most line breaks. */
  static Folding of(String text) {
    List<Break> breaks = breaks(text);
    int[] change = new int[MAX_WIDTH + 2];
    for (Break b : breaks) {
      if (b.columns() <= MAX_WIDTH && b.withNext() > MIN_WIDTH) {
        change[Math.max(MIN_WIDTH, b.columns())]++;
        change[Math.min(MAX_WIDTH + 1, b.withNext())]--;
      }
    }
    int best = 0;
    int most = 0;
    int folds = 0;
    for (int width = MIN_WIDTH; width <= MAX_WIDTH; width++) {
      folds += change[width];
      if (folds > most) {
        most = folds;
        best = width;
      }
    }
    int width = best;
    long telling =
        breaks.stream()
            .filter(b -> b.columns() <= width + SLACK && b.columns() > width * SHORT)
            .count();
    return new Folding(most >= ENOUGH && most >= telling * FOLDS ? best : 0);
  }

  /** True where the next line goes on with what did not fit on this one. */
  boolean isFold(String line, String next) {
    if (width == 0 || line.isBlank() || next.isBlank()) {
      return false;
    }
    int columns = columns(line, line.length());
    return columns > width + SLACK
        ? lastWord(line) > width * SHORT
        : columns + 1 + firstWord(next) > width - SLACK;
  }

  private static List<Break> breaks(String text) {
    List<Break> breaks = new ArrayList<>();
    Iterator<String> lines = text.lines().limit(SAMPLE).iterator();
    String line = lines.hasNext() ? lines.next() : "";
    while (lines.hasNext()) {
      String next = lines.next();
      if (isProse(line) && !next.isBlank() && line.length() <= MAX_WIDTH) {
        int columns = columns(line, line.length());
        breaks.add(new Break(columns, columns + 1 + firstWord(next)));
      }
      line = next;
    }
    return breaks;
  }

  /** True for lines of several words, unlike those of a list of addresses. */
  private static boolean isProse(String line) {
    int spaces = 0;
    for (int i = 1; i < line.length() && spaces < PROSE; i++) {
      boolean begins = line.charAt(i - 1) == ' ' && line.charAt(i) != ' ';
      spaces += begins || isWide(line.charAt(i)) ? 1 : 0;
    }
    return spaces >= PROSE;
  }

  /** The columns of the first word, quote signs and indentation aside; no more than matter. */
  private static int firstWord(String line) {
    int start = Line.wordsStart(line);
    int end = start;
    while (end < line.length() && end - start <= MAX_WIDTH && line.charAt(end) != ' ') {
      end++;
      if (isWide(line.charAt(end - 1))) {
        break;
      }
    }
    return columns(line, end) - columns(line, start);
  }

  private static int lastWord(String line) {
    String words = line.stripTrailing();
    return words.length() - 1 - words.lastIndexOf(' ');
  }

  private static int columns(String line, int end) {
    int columns = 0;
    for (int i = 0; i < end; i++) {
      columns += isWide(line.charAt(i)) ? 2 : 1;
    }
    return columns;
  }

  /** Chinese, Japanese and Korean letters take two columns, and lines break between any two. */
  static boolean isWide(char c) {
    return c >= '\u2e80' && c <= '\ud7a3'
        || c >= '\uf900' && c <= '\ufaff'
        || c >= '\uff01' && c <= '\uff60';
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a text as a whole is set out.
 *
 * @param spaced whether blank lines part its paragraphs, so that a single line break is inside one
 * @param fragmented whether links and tags were given lines of their own, so that a line break may
 *     be inside a sentence
 * @param usualLength median length of its paragraphs, in UTF-16 units; 0 where it has none
 * @param blocks indexes at which a quote or an indented block begins or ends
 * @param quotes those of them at which a quote begins
 */
record Layout(
    boolean spaced,
    boolean fragmented,
    int usualLength,
    NavigableSet<Integer> blocks,
    NavigableSet<Integer> quotes) {
  /** Breaks measured: more do not change the picture of any article. */
  private static final int SAMPLE = 2000;

  /** A paragraph below this part of the usual length is short. */
  private static final double SHORT = 0.5;

  /** The least part of the lines that must go on with a small letter or a comma. */
  private static final double FRAGMENTS = 0.05;

  private static final Pattern BREAK = Pattern.compile("\\n\\s*+");

  private static final Pattern TAG_OR_LINK = Pattern.compile("[#@]|https?://|pic\\.");

  static Layout of(PlainText plain) {
    String text = plain.text();
    List<Integer> lengths = new ArrayList<>();
    int blank = 0;
    int fragments = 0;
    int start = 0;
    Matcher gap = BREAK.matcher(text);
    while (lengths.size() < SAMPLE && gap.find()) {
      boolean single = gap.group().indexOf('\n', 1) < 0;
      blank += single ? 0 : 1;
      fragments += single && goesOn(text, gap.end()) ? 1 : 0;
      lengths.add(gap.start() - start);
      start = gap.end();
    }
    int single = lengths.size() - blank;
    lengths.add(text.length() - start);
    Collections.sort(lengths);
    boolean fragmented = fragments > 1 && fragments > lengths.size() * FRAGMENTS;
    return new Layout(
        blank > 0 && blank >= single,
        fragmented,
        lengths.get(lengths.size() / 2),
        plain.blocks(),
        plain.quotes());
  }

  /** True where a single line break between the indexes is inside a sentence. */
  boolean isInside(String text, int end, int next) {
    boolean announced = end > 0 && text.charAt(end - 1) == ':';
    return goesOn(text, next) || fragmented && !announced && opensWithTagOrLink(text, next);
  }

  /** True where a paragraph of that length stands out as short. */
  boolean isShort(int length) {
    return length < usualLength * SHORT;
  }

  private static boolean goesOn(String text, int next) {
    if (next >= text.length() || opensWithTagOrLink(text, next)) {
      return false;
    }
    int c = text.codePointAt(next);
    return Character.isLowerCase(c) || ",.;:!?)’".indexOf(c) >= 0;
  }

  private static boolean opensWithTagOrLink(String text, int at) {
    return TAG_OR_LINK.matcher(text).region(at, text.length()).lookingAt();
  }
}

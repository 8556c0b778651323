// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import io.postwatch.ingest.extract.text.Segment.Border;
import java.util.ArrayList;
import java.util.List;

/** Cuts text into lines and sentences, in one pass. */
final class Segments {
  /** More spaces than a typist puts between sentences are what is left of a page's layout. */
  private static final int WIDEST_SPACE = 2;

  private Segments() {}

  /**
   * The segments of {@code text[from, to)}.
   *
   * @param first the border of the first
   * @param layout how the text as a whole is set out
   * @param tail how the text goes on after the post
   */
  static List<Segment> of(String text, int from, int to, Border first, Layout layout, Tail tail) {
    List<Segment> segments = new ArrayList<>();
    int start = skipSpace(text, from, to);
    Border border = first;
    int at = start;
    while (at < to) {
      int gapEnd = skipSpace(text, at, to);
      Border next =
          at == start || gapEnd == to ? null : border(text, start, at, gapEnd, to, layout, tail);
      if (next == null) {
        at = Math.max(at + 1, gapEnd);
        continue;
      }
      segments.add(new Segment(start, at, border));
      border = next;
      start = gapEnd;
      at = gapEnd + 1;
    }
    if (start < to) {
      segments.add(new Segment(start, endWithoutSpace(text, start, to), border));
    }
    return segments;
  }

  /** The border at {@code [at, gapEnd)}, a run of white space or nothing; null where none is. */
  private static Border border(
      String text, int start, int at, int gapEnd, int to, Layout layout, Tail tail) {
    int lines = (int) text.substring(at, gapEnd).chars().filter(c -> c == '\n').count();
    if (lines > 0 && layout.blocks().contains(gapEnd)) {
      return layout.quotes().contains(gapEnd) ? Border.QUOTE : Border.BLOCK;
    }
    if (lines > 0) {
      return lines > 1 ? Border.BLANK_LINE : borderAtLine(text, at, gapEnd, layout);
    }
    if (gapEnd == at) {
      return borderWithoutSpace(text, start, at, to, tail);
    }
    if (gapEnd - at > WIDEST_SPACE) {
      return Border.JOINED_BLOCKS;
    }
    if (!Sentences.canBeginAt(text, gapEnd)) {
      return null;
    }
    if (text.charAt(at - 1) == ':'
        && (tail == Tail.SPACE || Announcement.endsAt(text, start, at))) {
      return Border.COLON;
    }
    return Sentences.endAt(text, start, at) ? Border.SENTENCE : null;
  }

  private static Border borderAtLine(String text, int at, int next, Layout layout) {
    if (layout.spaced()) {
      return Border.WRAP;
    }
    boolean open = !Sentences.isTerminal(text, at - 1);
    return open && layout.isInside(text, at, next) ? null : Border.LINE;
  }

  private static Border borderWithoutSpace(String text, int start, int at, int to, Tail tail) {
    if (Sentences.meetAt(text, at)) {
      return Border.SENTENCE;
    }
    if (Sentences.collideAt(text, start, at, to)) {
      return Border.JOINED_BLOCKS;
    }
    return tail == Tail.GLUED && Sentences.wordsCollideAt(text, start, at, to)
        ? Border.JOINED_WORDS
        : null;
  }

  private static int skipSpace(String text, int at, int to) {
    int end = at;
    while (end < to && isSpace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int endWithoutSpace(String text, int start, int to) {
    int end = to;
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff';
  }
}

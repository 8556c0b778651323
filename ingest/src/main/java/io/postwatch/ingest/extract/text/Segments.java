// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import io.postwatch.ingest.extract.text.Segment.Border;
import java.util.ArrayList;
import java.util.List;

/** Cuts text into lines and sentences, in one pass, by punctuation that all scripts share. */
final class Segments {
  private static final String TERMINAL = ".!?…。！？؟।";

  /** Scripts that write these put no space after them. */
  private static final String WIDE_TERMINAL = "。！？";

  private static final String CLOSING = "”’\"')]»›」』）";
  private static final String OPENING = "“‘\"'([«„‹「『（#@";

  private Segments() {}

  /**
   * The segments of {@code text[from, to)}.
   *
   * @param first the border of the first
   * @param layout how the text as a whole is set out
   */
  static List<Segment> of(String text, int from, int to, Border first, Layout layout) {
    List<Segment> segments = new ArrayList<>();
    int start = skipSpace(text, from, to);
    Border border = first;
    int at = start;
    while (at < to) {
      int gapEnd = skipSpace(text, at, to);
      Border next = border(text, start, at, gapEnd, to, layout);
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
  private static Border border(String text, int start, int at, int gapEnd, int to, Layout layout) {
    if (at == start || gapEnd == to) {
      return null;
    }
    long lines = text.substring(at, gapEnd).chars().filter(c -> c == '\n').count();
    if (lines > 0) {
      if (lines > 1) {
        return Border.BLANK_LINE;
      }
      if (layout.spaced()) {
        return Border.WRAP;
      }
      boolean open = TERMINAL.indexOf(text.charAt(at - 1)) < 0;
      return open && layout.isInside(text, gapEnd) ? null : Border.LINE;
    }
    if (gapEnd == at) {
      if (WIDE_TERMINAL.indexOf(text.charAt(at - 1)) >= 0 && beginsSentence(text, at)) {
        return Border.SENTENCE;
      }
      return joined(text, start, at, to) ? Border.JOINED_BLOCKS : null;
    }
    if (gapEnd - at > 2) {
      return Border.JOINED_BLOCKS;
    }
    if (!beginsSentence(text, gapEnd)) {
      return null;
    }
    if (text.charAt(at - 1) == ':' && Announcement.endsAt(text, start, at)) {
      return Border.COLON;
    }
    return endsSentence(text, start, at) ? Border.SENTENCE : null;
  }

  private static boolean endsSentence(String text, int start, int at) {
    int last = at - 1;
    while (last > start && closes(text, last)) {
      last--;
    }
    if (TERMINAL.indexOf(text.charAt(last)) < 0) {
      return false;
    }
    return text.charAt(last) != '.' || !Abbreviations.endAt(text, start, last);
  }

  /** In German “ closes what „ opened: there it stands at the end of a word. */
  private static boolean closes(String text, int at) {
    char c = text.charAt(at);
    boolean atWordEnd = at + 1 == text.length() || isSpace(text.charAt(at + 1));
    return CLOSING.indexOf(c) >= 0 || c == '“' && atWordEnd;
  }

  private static boolean beginsSentence(String text, int at) {
    int c = text.codePointAt(at);
    return !Character.isLowerCase(c) && TERMINAL.indexOf(c) < 0 && CLOSING.indexOf(c) < 0
        || OPENING.indexOf(c) >= 0;
  }

  /** "…the region.EU condemns": an end and a beginning with nothing between them. */
  private static boolean joined(String text, int start, int at, int to) {
    if (at - start < 4 || at + 1 >= to || !endsSentence(text, start, at)) {
      return false;
    }
    char before = text.charAt(at - 1);
    boolean word =
        before != '.'
            || Character.isLowerCase(text.charAt(at - 2))
                && Character.isLowerCase(text.charAt(at - 3))
            || CLOSING.indexOf(text.charAt(at - 2)) >= 0;
    int c = text.codePointAt(at);
    return word
        && (Character.isUpperCase(c) && Character.isLetter(text.charAt(at + 1))
            || "“„«#".indexOf(c) >= 0);
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

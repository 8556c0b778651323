// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.lang.Character.UnicodeScript;
import java.util.List;

/** A post's text growing backwards from its signature, one segment at a time, with its clues. */
final class Growth {
  private final String text;
  private final Layout layout;
  private final List<Segment> segments;
  private final int limit;
  private final Tail tail;
  private final Tally inside = new Tally();

  /** The script nearest to the signature; {@code COMMON} until one is known. */
  private UnicodeScript ownScript = UnicodeScript.COMMON;

  /** The language nearest to the signature; empty until one is known. */
  private String ownLanguage = "";

  /** Whether it spans lines in a text that gives its paragraphs lines of their own. */
  private boolean ofLines;

  /** End of the paragraph being read; -1 until the paragraph before the signature is complete. */
  private int paragraphEnd = -1;

  /**
   * Starts with no words.
   *
   * @param limit the most characters a post could have on its day, by X's count
   * @param tail how the text goes on after the post
   */
  Growth(String text, Layout layout, List<Segment> segments, int limit, Tail tail) {
    this.text = text;
    this.layout = layout;
    this.segments = segments;
    this.limit = limit;
    this.tail = tail;
  }

  /** The words from a segment to the signature. */
  String wordsFrom(int index) {
    return text.substring(segments.get(index).start(), segments.get(segments.size() - 1).end());
  }

  /**
   * Takes in the segment at an index, the one before the last taken, and judges the start there.
   */
  Candidate to(int index) {
    Segment segment = segments.get(index);
    Segment next = index + 1 < segments.size() ? segments.get(index + 1) : null;
    Segment before = index > 0 ? segments.get(index - 1) : null;
    SentenceClues.read(text, segment, next, tail, inside);
    String words = text.substring(segment.start(), segment.end());
    String language = Languages.of(words);
    inside.add(Clue.OTHER_LANGUAGE, Languages.differ(language, ownLanguage));
    ownLanguage = ownLanguage.isEmpty() ? language : ownLanguage;
    UnicodeScript script = Scripts.of(words);
    ownScript = ownScript == UnicodeScript.COMMON ? script : ownScript;
    inside.add(Clue.OTHER_SCRIPT, Scripts.differ(script, ownScript));
    readParagraph(segment, before);
    ofLines |= tail.isBelow() && next != null && next.startsParagraph();
    Tally clues = new Tally(inside);
    clues.add(Clue.BEGINS_INSIDE_LINE, ofLines && !segment.startsLine());
    StartClues.read(text, before, segment, next, tail, clues);
    WholeClues.read(wordsFrom(index), limit, clues);
    return new Candidate(segment.start(), clues);
  }

  private void readParagraph(Segment segment, Segment before) {
    if (!segment.startsParagraph()) {
      return;
    }
    if (paragraphEnd >= 0) {
      inside.add(Clue.SHORT_PARAGRAPH, layout.isShort(paragraphEnd - segment.start()));
    }
    paragraphEnd = before == null ? segment.start() : before.end();
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import io.postwatch.ingest.extract.text.Segment.Border;

/** Reads what speaks for and against beginning the post at a segment. */
final class StartClues {
  private StartClues() {}

  /**
   * Reads the segment and its neighbours.
   *
   * @param before the segment before it, or null at the text's start
   * @param first the segment at which the post would begin
   * @param next the segment after it, or null before the signature
   * @param tail how the text goes on after the post
   */
  static void read(
      String text, Segment before, Segment first, Segment next, Tail tail, Tally tally) {
    String words = text.substring(first.start(), first.end());
    tally.add(before(first.border(), tail), true);
    boolean ofLine = first.border() == Border.LINE || first.border() == Border.WRAP;
    tally.add(Clue.NEARER_THAN_WHAT_FOLLOWS, ofLine && tail == Tail.BLANK_LINE);
    tally.add(Clue.BEGINS_WITH_TAG, words.charAt(0) == '#' || words.charAt(0) == '@');
    tally.add(Clue.BEGINS_WITH_ALERT, Openers.isAlert(words));
    boolean item = Openers.isBullet(words) || next != null && isItemBefore(text, first, next);
    tally.add(Clue.BEGINS_WITH_BULLET, item);
    tally.add(Clue.BEGINS_WITH_EMOJI, !item && Openers.isEmoji(words));
    tally.add(Clue.BEGINS_INSIDE_LIST, Openers.isLaterItem(words));
    tally.add(Clue.BEGINS_SMALL, Character.isLowerCase(words.codePointAt(0)));
    tally.add(Clue.BEGINS_WORDLESS, words.codePoints().noneMatch(Character::isLetterOrDigit));
    if (next != null) {
      String nextWords = text.substring(next.start(), next.end());
      boolean nextIsItem =
          Openers.isSymbol(nextWords) || next.startsLine() && Openers.isBullet(nextWords);
      tally.add(Clue.HEADS_LIST, words.endsWith(":") && nextIsItem);
    }
    if (before != null) {
      boolean introduced = Announcement.endsAt(text, before.start(), before.end());
      tally.add(Clue.INTRODUCED, introduced);
      boolean colon = text.charAt(before.end() - 1) == ':';
      tally.add(Clue.AFTER_COLON, colon && !introduced && !item);
    }
  }

  /** Neighbours that open with the same symbol are items of one list. */
  private static boolean isItemBefore(String text, Segment first, Segment next) {
    return Openers.sameSymbol(
        text.substring(first.start(), first.end()), text.substring(next.start(), next.end()));
  }

  private static Clue before(Border border, Tail tail) {
    return switch (border) {
      case ARTICLE -> Clue.ARTICLE_BEGINS;
      case POST -> Clue.POST_BEFORE;
      case QUOTE -> Clue.QUOTE_BEFORE;
      case BLOCK -> Clue.BLOCK_BEFORE;
      case BLANK_LINE -> Clue.BLANK_LINE_BEFORE;
      case LINE -> Clue.LINE_BEFORE;
      case WRAP -> Clue.WRAP_BEFORE;
      case JOINED_BLOCKS -> tail == Tail.GLUED ? Clue.JOINED_BEFORE_GLUED : Clue.JOINED_BEFORE;
      case JOINED_WORDS -> Clue.WORDS_JOINED_BEFORE;
      case SENTENCE ->
          switch (tail) {
            case BLANK_LINE, LINE -> Clue.SENTENCE_BEFORE;
            case SPACE -> Clue.SENTENCE_BEFORE_FLAT;
            case GLUED -> Clue.SENTENCE_BEFORE_GLUED;
          };
      case COLON -> tail == Tail.SPACE ? Clue.COLON_BEFORE_FLAT : Clue.COLON_BEFORE;
      case EDGE -> Clue.EDGE_BEFORE;
    };
  }
}

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
   */
  static void read(String text, Segment before, Segment first, Segment next, Tally tally) {
    String words = text.substring(first.start(), first.end());
    tally.add(before(first.border()), true);
    tally.add(Clue.BEGINS_WITH_TAG, words.charAt(0) == '#' || words.charAt(0) == '@');
    tally.add(Clue.BEGINS_WITH_EMOJI, Openers.isEmoji(words));
    tally.add(Clue.BEGINS_WITH_ALERT, Openers.isAlert(words));
    tally.add(Clue.BEGINS_WITH_BULLET, Openers.isBullet(words));
    tally.add(Clue.BEGINS_INSIDE_LIST, Openers.isLaterItem(words));
    tally.add(Clue.BEGINS_SMALL, Character.isLowerCase(words.codePointAt(0)));
    tally.add(Clue.BEGINS_WORDLESS, words.codePoints().noneMatch(Character::isLetterOrDigit));
    if (next != null && next.startsLine()) {
      readList(words, text.substring(next.start(), next.end()), tally);
    }
    if (before != null) {
      readHandover(text, before, words, tally);
    }
  }

  private static void readList(String words, String nextWords, Tally tally) {
    boolean sameItem = Openers.sameSymbol(words, nextWords) && !Openers.isBullet(words);
    tally.add(Clue.BEGINS_WITH_BULLET, sameItem);
    boolean nextIsItem = Openers.isBullet(nextWords) || Openers.isSymbol(nextWords);
    tally.add(Clue.HEADS_LIST, words.endsWith(":") && nextIsItem);
  }

  private static void readHandover(String text, Segment before, String words, Tally tally) {
    boolean introduced = Announcement.endsAt(text, before.start(), before.end());
    tally.add(Clue.INTRODUCED, introduced);
    boolean colon = text.charAt(before.end() - 1) == ':';
    tally.add(Clue.AFTER_COLON, colon && !introduced && !Openers.isBullet(words));
  }

  private static Clue before(Border border) {
    return switch (border) {
      case FIRST -> Clue.TEXT_BEFORE;
      case BLANK_LINE -> Clue.BLANK_LINE_BEFORE;
      case LINE -> Clue.LINE_BEFORE;
      case WRAP -> Clue.WRAP_BEFORE;
      case JOINED_BLOCKS -> Clue.JOINED_BEFORE;
      case SENTENCE -> Clue.SENTENCE_BEFORE;
      case COLON -> Clue.COLON_BEFORE;
      case EDGE -> Clue.EDGE_BEFORE;
    };
  }
}

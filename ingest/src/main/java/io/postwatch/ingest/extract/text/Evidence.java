// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import io.postwatch.ingest.extract.text.Segment.Border;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the clues of single sentences and of borders. */
final class Evidence {
  private static final int UNREMARKABLE_LENGTH = 120;

  private static final Pattern POST_LINK =
      Pattern.compile("https?://t\\.co/|pic\\.(?:twitter|x)\\.com/");
  private static final Pattern HASHTAG =
      Pattern.compile("(?<![\\p{L}\\p{N}&])[#＃][\\p{L}\\p{N}_]{0,30}+(?<=[\\p{L}_])");
  private static final Pattern MENTION = Pattern.compile("(?<![\\w.])[@＠]\\w{2,20}+(?![\\w@])");
  private static final Pattern EMOJI =
      Pattern.compile("[\\x{1F000}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\x{2B00}-\\x{2BFF}]");
  private static final Pattern BULLET =
      Pattern.compile("\\A(?:[-–—•*▪●·‣➡✅✔☑🔹🔸▶►→]|\\(?+\\d{1,2}[.)/])\\s?+\\S");
  private static final Pattern LATER_ITEM =
      Pattern.compile("\\A\\(?+(?:[2-9]|\\d{2})[.)/]\\s?+\\S");
  private static final Pattern HEADING =
      Pattern.compile(
          "\\A(?:[\\p{Lu}\\p{N}][\\p{L}\\p{N}.’'-]*+[ :,]{0,2}+(?:\\p{Ll}{1,3} )?+){2,12}+\\z");
  private static final Pattern ALERT =
      Pattern.compile("\\A[^\\p{L}\\p{N}]{0,4}\\p{Lu}{4,}+(?: \\p{Lu}{2,}+){0,2}+ ?[:|–—-]");
  private static final Pattern SHOUTED =
      Pattern.compile("(?<!\\p{L})\\p{Lu}{4,20}+(?!\\p{L})|\\p{Ll}{2}\\p{Lu}\\p{Ll}{2}");
  private static final Pattern PERSONAL =
      Pattern.compile("(?<![\\p{L}“\"])(?:I|I['’]m|[Ww]e|[Mm]y|[Oo]ur|[Yy]ou|[Yy]our)(?!\\p{L})");
  private static final Pattern REPORTED =
      Pattern.compile(
          "\\b(?:said|says|told|added|according to|reported|quoted|spokes(?:man|woman|person))\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ATTRIBUTED = Pattern.compile("[,.!?][”\"»] \\p{L}|[”\"»], \\p{L}");
  private static final Pattern CREDIT =
      Pattern.compile(
          "\\A[(\\[]?(?:image|photo|picture|credit|source|file photo|read more|read also|also read"
              + "|related|see also|advertisement|share this|story continues)\\b",
          Pattern.CASE_INSENSITIVE);

  private Evidence() {}

  /** What a segment says for itself, and the border after it, as part of the post. */
  static void ofSegment(String text, Segment segment, Segment next, Tally tally) {
    String words = text.substring(segment.start(), segment.end());
    tally.add(Clue.SENTENCE, true);
    tally.add(Clue.LONG, Math.max(0, words.length() - UNREMARKABLE_LENGTH) / 60.0);
    tally.add(Clue.POST_LINK, seen(POST_LINK, words));
    tally.add(Clue.HASHTAG, seen(HASHTAG, words));
    tally.add(Clue.MENTION, seen(MENTION, words));
    tally.add(Clue.EMOJI, seen(EMOJI, words));
    tally.add(Clue.BULLET, startsLine(segment) && seen(BULLET, words));
    tally.add(Clue.ALERT, seen(ALERT, words));
    tally.add(Clue.EXCLAIMED, words.endsWith("!") || words.endsWith("?") || words.endsWith("…"));
    tally.add(Clue.SHOUTED, seen(SHOUTED, words));
    tally.add(Clue.PERSONAL, seen(PERSONAL, words));
    tally.add(
        Clue.HEADING,
        startsLine(segment) && next != null && startsLine(next) && seen(HEADING, words));
    tally.add(Clue.REPORTED, seen(REPORTED, words));
    tally.add(Clue.ATTRIBUTED, seen(ATTRIBUTED, words));
    tally.add(Clue.CREDIT, seen(CREDIT, words));
    if (next != null) {
      tally.add(inside(next.border()), true);
      tally.add(Clue.OPEN_END, startsLine(next) && endsOpen(words));
      tally.add(Clue.INTRODUCES, Announcement.endsAt(text, segment.start(), segment.end()));
    }
  }

  /** What speaks for and against beginning the post at a segment; the one before may be null. */
  static void ofStart(String text, Segment first, Segment before, Segment next, Tally tally) {
    String words = text.substring(first.start(), first.end());
    tally.add(before(first.border()), true);
    tally.add(Clue.BEGINS_WITH_TAG, words.charAt(0) == '#' || words.charAt(0) == '@');
    Matcher emoji = EMOJI.matcher(words);
    tally.add(Clue.BEGINS_WITH_EMOJI, emoji.lookingAt());
    tally.add(Clue.BEGINS_WITH_ALERT, seen(ALERT, words));
    boolean bullet = seen(BULLET, words);
    tally.add(Clue.BEGINS_WITH_BULLET, bullet);
    tally.add(Clue.BEGINS_INSIDE_LIST, seen(LATER_ITEM, words));
    tally.add(Clue.BEGINS_WORDLESS, words.codePoints().noneMatch(Character::isLetterOrDigit));
    if (next != null && startsLine(next)) {
      boolean likeNext =
          bulletOf(text, first) != 0 && bulletOf(text, first) == bulletOf(text, next);
      tally.add(Clue.BEGINS_WITH_BULLET, likeNext && !bullet);
      boolean nextIsItem =
          seen(BULLET, text.substring(next.start(), next.end())) || bulletOf(text, next) != 0;
      tally.add(Clue.HEADS_LIST, words.endsWith(":") && nextIsItem);
    }
    tally.add(Clue.BEGINS_SMALL, Character.isLowerCase(words.codePointAt(0)));
    if (before != null) {
      String prose = text.substring(before.start(), before.end());
      boolean introduced = Announcement.endsAt(text, before.start(), before.end());
      tally.add(Clue.INTRODUCED, introduced);
      tally.add(Clue.AFTER_COLON, !introduced && !bullet && prose.endsWith(":"));
      tally.add(Clue.AFTER_OPEN_END, startsLine(first) && endsOpen(prose));
    }
  }

  /** The sign that opens a line where it is no letter, digit or quotation mark; else 0. */
  private static int bulletOf(String text, Segment segment) {
    int sign = text.codePointAt(segment.start());
    boolean bullet =
        Character.getType(sign) == Character.OTHER_SYMBOL
            || Character.getType(sign) == Character.DASH_PUNCTUATION;
    return bullet ? sign : 0;
  }

  private static boolean seen(Pattern pattern, String words) {
    return pattern.matcher(words).find();
  }

  private static boolean startsLine(Segment segment) {
    return segment.border().compareTo(Border.WRAP) <= 0;
  }

  private static boolean endsOpen(String words) {
    int last = words.codePointBefore(words.length());
    return Character.isLetterOrDigit(last) || last == ',';
  }

  private static Clue inside(Border border) {
    return switch (border) {
      case FIRST, BLANK_LINE -> Clue.BLANK_LINE_INSIDE;
      case LINE -> Clue.LINE_INSIDE;
      case WRAP -> Clue.WRAP_INSIDE;
      case JOINED_BLOCKS -> Clue.JOINED_INSIDE;
      case SENTENCE, NONE -> Clue.SENTENCE_INSIDE;
      case COLON -> Clue.COLON_INSIDE;
    };
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
      case NONE -> Clue.EDGE_BEFORE;
    };
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.util.regex.Pattern;

/** Reads what a sentence says for itself, and the border after it, as part of the post. */
final class SentenceClues {
  private static final int UNREMARKABLE_LENGTH = 120;
  private static final double LONG_STEP = 60;

  private static final Pattern POST_LINK =
      Pattern.compile("https?://t\\.co/|pic\\.(?:twitter|x)\\.com/");
  private static final Pattern HASHTAG =
      Pattern.compile("(?<![\\p{L}\\p{N}&])[#＃][\\p{L}\\p{N}_]{0,30}+(?<=[\\p{L}_])");
  private static final Pattern MENTION = Pattern.compile("(?<![\\w.])[@＠]\\w{2,20}+(?![\\w@])");
  private static final Pattern PERSONAL =
      Pattern.compile("(?<![\\p{L}“\"])(?:I|I['’]m|[Ww]e|[Mm]y|[Oo]ur|[Yy]ou|[Yy]our)(?!\\p{L})");
  private static final Pattern SHOUTED =
      Pattern.compile("(?<!\\p{L})\\p{Lu}{4,20}+(?!\\p{L})|\\p{Ll}{2}\\p{Lu}\\p{Ll}{2}");
  private static final Pattern REPORTED =
      Pattern.compile(
          "(?<!\\p{L})(?:said|says|told|added|according to|reported|quoted|spokes(?:man|woman|person)"
              + "|sagte|sagt|erklärte|teilte|laut|zufolge|dijo|afirmó|señaló|aseguró|explicó|según"
              + "|déclaré|affirmé|expliqué|selon|disse|afirmou|segundo|dichiarato|spiegato|secondo"
              + "|zei|volgens|powiedział[ao]?|według|сказал[аи]?|заявил[аи]?|сообщил[аи]?|söyledi|dedi)"
              + "(?!\\p{L})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern NARRATED =
      Pattern.compile(
          "(?<!\\p{L})(?:he|she|his|her|they|their|was|were|had|who|which|would|also|however|after"
              + "|er|sie|wurde|hatte|seine[rmn]?|ihre[rmn]?|war|él|ella|fue|había|elle|était|avait|été)"
              + "(?!\\p{L})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern IMMEDIATE =
      Pattern.compile(
          "(?<!\\p{L})(?:now|today|tonight|tomorrow|just|please|pls|watch|thanks?|check|join|help"
              + "|follow|read|via|live|update|breaking|let['’]?s|here['’]?s|this is|heute|jetzt|bitte"
              + "|danke|hoy|ahora|gracias|hoje|agora|oggi|grazie|aujourd['’]hui|merci)(?!\\p{L})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern CASUAL =
      Pattern.compile(
          "[!?]{2}|\\.{3}|…| & |(?<!\\p{L})(?:u|ur|lol|omg|wtf|gonna|wanna|yeah|rt|dm|tho|cuz|[Ii]m)"
              + "(?!\\p{L})|(?<!\\p{L})i(?!\\p{L})");
  private static final Pattern ATTRIBUTED = Pattern.compile("[,.!?][”\"»] \\p{L}|[”\"»], \\p{L}");
  private static final Pattern CREDIT =
      Pattern.compile(
          "\\A[(\\[]?(?:image|photo|picture|credit|source|file photo|read more|read also|also read"
              + "|related|see also|advertisement|share this|story continues)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Up to a dozen words, nearly all with a capital, and no full stop: a headline or a byline. */
  private static final Pattern HEADING =
      Pattern.compile(
          "\\A(?:[\\p{Lu}\\p{N}][\\p{L}\\p{N}.’'-]{0,30}+[ :,]{0,2}+(?:\\p{Ll}{1,3} )?+){2,12}+\\z");

  private SentenceClues() {}

  /**
   * Reads one segment.
   *
   * @param next the segment after it, or null before the signature
   * @param tail how the text goes on after the post
   */
  static void read(String text, Segment segment, Segment next, Tail tail, Tally tally) {
    String words = text.substring(segment.start(), segment.end());
    tally.add(Clue.SENTENCE, true);
    tally.add(Clue.LONG, Math.max(0, words.length() - UNREMARKABLE_LENGTH) / LONG_STEP);
    tally.add(Clue.POST_LINK, POST_LINK.matcher(words).find());
    tally.add(Clue.HASHTAG, HASHTAG.matcher(words).find());
    tally.add(Clue.MENTION, MENTION.matcher(words).find());
    tally.add(Clue.EMOJI, Openers.hasEmoji(words));
    tally.add(Clue.BULLET, segment.startsLine() && Openers.isBullet(words));
    tally.add(Clue.ALERT, Openers.isAlert(words));
    tally.add(Clue.EXCLAIMED, "!?…！？".indexOf(words.charAt(words.length() - 1)) >= 0);
    tally.add(Clue.SHOUTED, SHOUTED.matcher(words).find());
    tally.add(Clue.PERSONAL, PERSONAL.matcher(words).find());
    tally.add(Clue.NARRATED, Math.min(3, NARRATED.matcher(words).results().limit(3).count()));
    tally.add(Clue.IMMEDIATE, IMMEDIATE.matcher(words).find());
    tally.add(Clue.CASUAL, CASUAL.matcher(words).find());
    tally.add(Clue.BEGINS_LOW, Character.isLowerCase(words.codePointAt(0)));
    tally.add(Clue.REPORTED, REPORTED.matcher(words).find());
    tally.add(Clue.ATTRIBUTED, ATTRIBUTED.matcher(words).find());
    tally.add(Clue.CREDIT, CREDIT.matcher(words).find());
    if (next != null) {
      tally.add(inside(next.border(), tail), true);
      tally.add(Clue.UNPUNCTUATED, Character.isLetterOrDigit(words.charAt(words.length() - 1)));
      tally.add(Clue.INTRODUCES, Announcement.endsAt(text, segment.start(), segment.end()));
      boolean ownLine = segment.startsLine() && next.startsLine();
      tally.add(Clue.HEADING, ownLine && HEADING.matcher(words).find());
    }
  }

  private static Clue inside(Segment.Border border, Tail tail) {
    return switch (border) {
      case QUOTE -> Clue.QUOTE_INSIDE;
      case BLOCK -> Clue.BLOCK_INSIDE;
      case ARTICLE, POST, BLANK_LINE -> Clue.BLANK_LINE_INSIDE;
      case LINE -> Clue.LINE_INSIDE;
      case WRAP -> Clue.WRAP_INSIDE;
      case JOINED_BLOCKS -> tail == Tail.GLUED ? Clue.JOINED_INSIDE_GLUED : Clue.JOINED_INSIDE;
      case JOINED_WORDS -> Clue.WORDS_JOINED_INSIDE;
      case SENTENCE, EDGE -> Clue.SENTENCE_INSIDE;
      case COLON -> Clue.COLON_INSIDE;
    };
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.util.regex.Pattern;

/**
 * Tells a post whose signature shows no date from prose, bylines and lists of accounts, which name
 * people and their handles after a dash just so.
 */
final class UndatedEvidence {
  /** How many characters before a signature may tell that it is a byline. */
  private static final int REACH = 300;

  private static final Pattern TAG =
      Pattern.compile("(?<![\\p{L}\\p{N}_(（@＠/.&])[#＃@＠][\\p{N}_]{0,20}+\\p{L}");

  private static final String OPENING_QUOTES = "“„«‘‹\"「『";
  private static final String CLOSING_QUOTES = "”“»’›\"」』";

  /** Before an item of a list: what introduces the list, or the account in the item before. */
  private static final Pattern LIST = Pattern.compile("(?:[:,;]|[(（][@＠]\\w{1,20}+[)）])\\s*+\\z");

  /** The dashes that open items of lists too. */
  private static final String SHORT_DASHES = "-‐‑−–";

  private static final Pattern OPENS_LINE = Pattern.compile("\\n\\s*+\\z");

  private UndatedEvidence() {}

  /**
   * True where the words before the signature are a post's by a link at their end, a tag, quotation
   * marks around them or words that announce them, and neither a list nor a byline.
   *
   * @param from index of the words
   * @param quote whether a quote, as Markdown marks it, begins with the words
   * @param floor index up to which the text is another post's
   */
  static boolean isPost(String text, int floor, int from, boolean quote, Signature signature) {
    int end = signature.start();
    String words = text.substring(from, end);
    if (words.isBlank()
        || isByline(text, Math.max(floor, end - REACH), from, signature)
        || LIST.matcher(words).find()) {
      return false;
    }
    if (DisplayName.followsLink(text, end)) {
      return true;
    }
    boolean item = SHORT_DASHES.indexOf(text.charAt(end)) >= 0 && OPENS_LINE.matcher(words).find();
    if (quote && (!item || text.startsWith("--", end))) {
      return true;
    }
    return !item
        && (TAG.matcher(words).find()
            || isQuoted(text, floor, from, words.strip())
            || Announcement.endsAt(text, floor, endOfWords(text, floor, from)));
  }

  /** Looks at the line of the signature and the words that would be the post. */
  private static boolean isByline(String text, int earliest, int from, Signature signature) {
    String before = text.substring(earliest, signature.start());
    int line = earliest + before.lastIndexOf('\n') + 1;
    int start = Math.max(earliest, Math.min(from, line));
    String author = signature.author() == null ? "" : signature.author();
    return Byline.isIn(author) || Byline.isIn(text, start, signature.start());
  }

  private static boolean isQuoted(String text, int floor, int from, String words) {
    boolean opened =
        OPENING_QUOTES.indexOf(words.charAt(0)) >= 0
            || from > floor && OPENING_QUOTES.indexOf(text.charAt(from - 1)) >= 0;
    return opened && CLOSING_QUOTES.indexOf(words.charAt(words.length() - 1)) >= 0;
  }

  private static int endOfWords(String text, int floor, int from) {
    int end = from;
    while (end > floor && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import java.util.regex.Pattern;

/** Ids in attributes and keys, which only what stands near them says to be of posts. */
final class NearbyId {
  /** More than the tags of a placeholder and of what it lies in. */
  private static final int NEAR = 400;

  private static final int VIDEO_ID = 11;

  private static final int MAX_NAME = 40;
  private static final int MAX_VALUE = 60;

  private static final Pattern NAME_OF_VIDEO =
      Pattern.compile("(?:\\bdata-[\\w-]{1,30}|video-?id)\\s{0,9}\\z", Pattern.CASE_INSENSITIVE);

  /** Keys in the state of single-page apps whose value is one of YouTube's ids. */
  private static final Pattern KEY_OF_VIDEO =
      Pattern.compile(
          "(?:id|code|key|value|data)(?:[\"'\\\\\\s]|&quot;){0,9}\\z", Pattern.CASE_INSENSITIVE);

  /** Attributes of placeholders. */
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "(?:\\bdata-(?:[\\w-]{0,30}-)?(?:\\w{0,9}id|key|src|value|embed|code|identifier)"
              + "|\\w{1,9}-?id|status|value)\\s{0,9}\\z",
          Pattern.CASE_INSENSITIVE);

  /** Keys in the state of single-page apps. */
  private static final Pattern KEY =
      Pattern.compile(
          "(?:id|id[-_]?str|value|content|data|code)(?:[\"'\\\\\\s]|&quot;){0,9}\\z",
          Pattern.CASE_INSENSITIVE);

  /** Names that say themselves whose the number is, and an {@code id} whose value says it. */
  private static final Pattern OF_X =
      Pattern.compile(
          "(?:tweet|twitter|data-x)[\\w-]{0,20}(?:[\"'\\\\\\s]|&quot;){0,9}\\z"
              + "|\\bid\\s{0,9}\\z",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ID =
      Pattern.compile("[^\\w-]id\\s{0,9}\\z", Pattern.CASE_INSENSITIVE);

  /** Numbers as short are ids where their name says it, in keys, and in attributes. */
  private static final int DIGITS_NAMED = 7;

  private static final int DIGITS_IN_KEY = 8;
  private static final int DIGITS_IN_ATTRIBUTE = 9;

  private NearbyId() {}

  /** True where an attribute or a key near an index has eleven signs, as YouTube's ids do. */
  static boolean ofVideo(String page, int index) {
    int end = Math.min(page.length(), index + NEAR);
    for (int at = Math.max(0, index - NEAR); at < end; at++) {
      char c = page.charAt(at);
      if (c == '=' || c == ':') {
        int start = valueStart(page, at + 1);
        Pattern name = c == '=' ? NAME_OF_VIDEO : KEY_OF_VIDEO;
        if (wordEnd(page, start) - start == VIDEO_ID && hasName(name, page, at)) {
          return true;
        }
      }
    }
    return false;
  }

  /** True where an attribute or a key near an index has a number that may be a post's. */
  static boolean ofTweet(String page, int index) {
    int open = Tag.start(page, index, NEAR);
    int close = open < 0 ? -1 : Tag.end(page, index);
    boolean inTag = close >= 0 && Tag.isClear(page, open, close);
    int end = inTag ? close : Math.min(page.length(), index + NEAR);
    for (int at = inTag ? open : Math.max(0, index - NEAR); at < end; at++) {
      char c = page.charAt(at);
      if ((c == '=' || c == ':') && mayNumber(page, at, c)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayNumber(String page, int sign, char c) {
    int start = valueStart(page, sign + 1);
    int digits = digitsAtEnd(page, start);
    if (digits < DIGITS_NAMED) {
      return false;
    }
    boolean bare = (page.charAt(start) | 0x20) != 't';
    return hasName(OF_X, page, sign) && !(bare && hasName(ID, page, sign))
        || c == '=' && digits >= DIGITS_IN_ATTRIBUTE && hasName(ATTRIBUTE, page, sign)
        || c == ':' && digits >= DIGITS_IN_KEY && hasName(KEY, page, sign);
  }

  private static boolean hasName(Pattern name, String page, int sign) {
    return name.matcher(page).region(Math.max(0, sign - MAX_NAME), sign).find();
  }

  private static int valueStart(String page, int index) {
    int at = index;
    while (at < page.length() && at - index < 12 && !isWord(page.charAt(at))) {
      at++;
    }
    return page.startsWith("quot;", at) ? at + "quot;".length() : at;
  }

  private static int wordEnd(String page, int start) {
    int at = start;
    while (at < page.length() && at - start < MAX_VALUE && isWord(page.charAt(at))) {
      at++;
    }
    return at;
  }

  /** How many digits end the value that begins there. */
  private static int digitsAtEnd(String page, int start) {
    int digits = 0;
    int end = Math.min(page.length(), start + MAX_VALUE);
    for (int at = start; at < end && "\"'\\&<> ".indexOf(page.charAt(at)) < 0; at++) {
      char c = page.charAt(at);
      digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    }
    return digits;
  }

  private static boolean isWord(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '_';
  }
}

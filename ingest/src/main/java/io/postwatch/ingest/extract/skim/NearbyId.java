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

  private NearbyId() {}

  /** True where an attribute or a key near an index has eleven signs, as YouTube's ids do. */
  static boolean ofVideo(Latin page, int index) {
    int end = Math.min(page.length(), index + NEAR);
    for (int at = Math.max(0, index - NEAR); at < end; at++) {
      char c = page.charAt(at);
      if (c == '=' || c == ':') {
        int start = valueStart(page, at + 1);
        if (wordEnd(page, start) - start == VIDEO_ID
            && (c == '=' ? NAME_OF_VIDEO : KEY_OF_VIDEO)
                .matcher(page)
                .region(Math.max(0, at - MAX_NAME), at)
                .find()) {
          return true;
        }
      }
    }
    return false;
  }

  /** True where an attribute or a key near an index has a number that may be a post's. */
  static boolean ofTweet(Latin page, int index) {
    int open = Tag.start(page, index, NEAR);
    int close = open < 0 ? -1 : Tag.end(page, index);
    boolean inTag = close >= 0 && Tag.isClear(page, open, close);
    int start = inTag ? open : Math.max(0, index - NEAR);
    int end = inTag ? close : Math.min(page.length(), index + NEAR);
    if (!hasNumber(page, start, Math.min(page.length(), end + MAX_VALUE))) {
      return false;
    }
    for (int at = start; at < end; at++) {
      char c = page.charAt(at);
      if ((c == '=' || c == ':') && mayNumber(page, at, c)) {
        return true;
      }
    }
    return false;
  }

  /** True where as many digits as the shortest id has stand in a row: one is at every seventh. */
  private static boolean hasNumber(Latin page, int from, int to) {
    for (int at = from + IdOfX.MIN_DIGITS - 1; at < to; at += IdOfX.MIN_DIGITS) {
      int digits = 0;
      for (int i = at; i >= from && isDigit(page.charAt(i)); i--) {
        digits++;
      }
      for (int i = at + 1; digits > 0 && i < to && isDigit(page.charAt(i)); i++) {
        digits++;
      }
      if (digits >= IdOfX.MIN_DIGITS) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayNumber(Latin page, int sign, char c) {
    int start = valueStart(page, sign + 1);
    int digits = digitsIn(page, start);
    return digits >= IdOfX.MIN_DIGITS
        && (c == '='
            ? IdOfX.isAttribute(page, sign, start, digits)
            : IdOfX.isKey(page, sign, digits));
  }

  private static int valueStart(Latin page, int index) {
    int at = index;
    while (at < page.length() && at - index < 12 && !isWord(page.charAt(at))) {
      at++;
    }
    return page.hasFolded("quot;", at) ? at + "quot;".length() : at;
  }

  private static int wordEnd(Latin page, int start) {
    int at = start;
    while (at < page.length() && at - start < MAX_VALUE && isWord(page.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The most digits in a row in the value that begins there, which damage may have cut in two. */
  private static int digitsIn(Latin page, int start) {
    int most = 0;
    int digits = 0;
    int end = Math.min(page.length(), start + MAX_VALUE);
    for (int at = start; at < end && "\"'\\&".indexOf(page.charAt(at)) < 0; at++) {
      digits = isDigit(page.charAt(at)) ? digits + 1 : 0;
      most = Math.max(most, digits);
    }
    return most;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWord(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '_';
  }
}

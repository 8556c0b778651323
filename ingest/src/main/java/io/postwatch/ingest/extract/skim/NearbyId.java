// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import java.util.regex.Pattern;

/** Ids in attributes and keys, which only what stands near them says to be of posts. */
final class NearbyId {
  /** More than the tags of a placeholder and of what it lies in. */
  private static final int NEAR = 1000;

  private static final int VIDEO_ID = 11;

  /** Shorter numbers are of other things. */
  private static final int MIN_DIGITS = 7;

  private static final int MAX_NAME = 40;
  private static final int MAX_VALUE = 60;

  private static final Pattern NAME_OF_VIDEO =
      Pattern.compile("(?:\\bdata-[\\w-]{1,30}|video-?id)\\s{0,9}\\z", Pattern.CASE_INSENSITIVE);

  /** Attributes of placeholders, and keys in the state of single-page apps. */
  private static final Pattern NAME_OF_TWEET =
      Pattern.compile(
          "(?:\\bdata-[\\w-]{1,30}|id|id[-_]?str|status|value)[\"'\\\\\\s]{0,9}\\z"
              + "|(?:content|data|code)(?:[\"'\\\\]|&quot;)\\s{0,9}\\z|id&quot;\\s{0,9}\\z",
          Pattern.CASE_INSENSITIVE);

  private NearbyId() {}

  /** True where an attribute near an index has eleven signs, as YouTube's ids do. */
  static boolean ofVideo(String page, int index) {
    int end = Math.min(page.length(), index + NEAR);
    for (int at = Math.max(0, index - NEAR); at < end; at++) {
      if (page.charAt(at) == '=') {
        int start = valueStart(page, at + 1);
        if (wordEnd(page, start) - start == VIDEO_ID && hasName(NAME_OF_VIDEO, page, at)) {
          return true;
        }
      }
    }
    return false;
  }

  /** True where an attribute or a key near an index has a number of seven digits or more. */
  static boolean ofTweet(String page, int index) {
    int end = Math.min(page.length(), index + NEAR);
    for (int at = Math.max(0, index - NEAR); at < end; at++) {
      char c = page.charAt(at);
      if ((c == '=' || c == ':')
          && endsInNumber(page, valueStart(page, at + 1))
          && hasName(NAME_OF_TWEET, page, at)) {
        return true;
      }
    }
    return false;
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

  private static boolean endsInNumber(String page, int start) {
    int end = wordEnd(page, start);
    int at = end;
    while (at > start && page.charAt(at - 1) >= '0' && page.charAt(at - 1) <= '9') {
      at--;
    }
    return end - at >= MIN_DIGITS;
  }

  private static boolean isWord(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '_';
  }
}

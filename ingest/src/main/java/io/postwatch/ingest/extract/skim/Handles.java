// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import java.util.regex.Pattern;

/**
 * Handles that may be part of a signature, {@code (@handle)}, also with tags among it, or of a
 * post's address in the fediverse, {@code /@handle/123}.
 */
final class Handles {
  /** Full-width {@code ＠} is EF BC A0 in UTF-8; its last byte is the rarest. */
  private static final char WIDE_AT_END = '\u00A0';

  private static final Pattern ADDRESS =
      Pattern.compile("@[\\w.-]{1,62}(?:@[\\w.-]{1,253})?/+\\d{1,20}");

  private static final int MAX_ADDRESS = 300;

  /** Where a signature's dash and date stand. */
  private static final int NEAR = 120;

  /** Rules of style sheets, and notes in scripts. */
  private static final Pattern RULE =
      Pattern.compile(
          "@(?:media|import|supports|keyframes|charset|layer|container|property|page|font|namespace"
              + "|license|version|param|return|type|context|id|graph|webkit|preserve|cc_on)\\b",
          Pattern.CASE_INSENSITIVE);

  /** The longest handle, and some room for marks of direction. */
  private static final int MAX_NAME = 24;

  private Handles() {}

  /** True where one may stand in a page, given as bytes and as Latin-1. */
  static boolean in(byte[] bytes, String page) {
    for (int at = page.indexOf('@'); at >= 0; at = page.indexOf('@', at + 1)) {
      if (mayFollow(page, at) && mayClose(page, at + 1)
          || maySign(page, at)
          || isAddress(bytes, page, at)) {
        return true;
      }
    }
    return hasWideSign(page);
  }

  private static boolean hasWideSign(String page) {
    for (int at = page.indexOf(WIDE_AT_END); at >= 0; at = page.indexOf(WIDE_AT_END, at + 1)) {
      if (at >= 2 && page.charAt(at - 1) == '\u00BC' && page.charAt(at - 2) == '\u00EF') {
        return true;
      }
    }
    return false;
  }

  /** Servers of the fediverse have any host, so the account is what there is to see. */
  private static boolean isAddress(byte[] bytes, String page, int at) {
    char before = at == 0 ? '\0' : page.charAt(at - 1);
    return (before == '/' || before == 'F' || before == 'f')
        && ADDRESS.matcher(Window.from(bytes, at, MAX_ADDRESS)).lookingAt();
  }

  /** True where an opening bracket may be what a reader sees before an index. */
  private static boolean mayFollow(String page, int index) {
    int at = index - 1;
    while (at >= 0) {
      char c = page.charAt(at);
      if (c == '>') {
        int start = Tag.start(page, at);
        if (start < 0 || !Tag.isClear(page, start, at)) {
          return true;
        }
        at = start - 1;
      } else if (c <= ' ') {
        at--;
      } else {
        return c == '(' || c == ';' || c >= 0x80 || isBehindBrokenTag(page, index);
      }
    }
    return false;
  }

  /** A tag that is never closed swallows the next, whose start then looks like words. */
  private static boolean isBehindBrokenTag(String page, int index) {
    return page.substring(Math.max(0, index - MAX_ADDRESS), index).contains("(<");
  }

  /** True where a name and a closing bracket may be what a reader sees from an index on. */
  private static boolean mayClose(String page, int index) {
    int letters = 0;
    boolean parted = false;
    int at = index;
    while (at < page.length() && letters <= MAX_NAME) {
      char c = page.charAt(at);
      if (c == '<') {
        int end = Tag.end(page, at);
        if (end < 0 || !Tag.isClear(page, at, end)) {
          return true;
        }
        parted |= letters > 0;
        at = end + 1;
      } else if (isWord(c) || c <= ' ') {
        // Any white space shows as one space.
        letters += c <= ' ' ? 0 : 1;
        at++;
      } else {
        return c == ')' || c == '&' || parted || c >= 0x80;
      }
    }
    // What a block parts from the handle is none of it.
    return parted;
  }

  /** True for a handle without brackets that has a number, as dates do, or a dash near it. */
  private static boolean maySign(String page, int at) {
    char before = at == 0 ? ' ' : page.charAt(at - 1);
    boolean alone = before <= ' ' || before == '>' || before >= 0x80 || before == ';';
    if (!alone || at + 1 >= page.length() || !isWord(page.charAt(at + 1))) {
      return false;
    }
    return !RULE.matcher(page).region(at, page.length()).lookingAt()
        && (hasDigit(page, at) || hasDash(page, at));
  }

  /** Digits of other scripts, and tags that are unclear, count as well. */
  private static boolean hasDigit(String page, int start) {
    int shown = 0;
    for (int at = start; at < page.length() && shown < NEAR; at++) {
      char c = page.charAt(at);
      if (c == '<') {
        int end = Tag.end(page, at);
        if (end < 0 || !Tag.isClear(page, at, end)) {
          return true;
        }
        at = end;
      } else if (c >= '0' && c <= '9' || c >= 0x80 && shown > 0) {
        return shown > MAX_NAME || !isWord(page.charAt(at - 1)) || c >= 0x80;
      } else {
        shown += c <= ' ' ? 0 : 1;
      }
    }
    return false;
  }

  private static boolean hasDash(String page, int index) {
    for (int at = index - 1; at >= Math.max(0, index - NEAR); at--) {
      char c = page.charAt(at);
      if (c == '-' || c >= 0x80 || c == '&') {
        return true;
      }
    }
    return false;
  }

  private static boolean isWord(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }
}

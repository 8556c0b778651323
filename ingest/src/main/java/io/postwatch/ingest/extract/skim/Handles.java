// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import java.util.regex.Pattern;

/**
 * Handles that may be part of a signature, {@code (@handle)}, also with tags among it, or of a
 * post's address in the fediverse, {@code /@handle/123}.
 */
final class Handles {
  private static final Pattern ADDRESS =
      Pattern.compile("@[\\w.-]{1,62}(?:@[\\w.-]{1,253})?/+\\d{1,20}");

  private static final int MAX_ADDRESS = 300;

  /** The longest handle, and some room for marks of direction. */
  private static final int MAX_NAME = 24;

  private Handles() {}

  /** True where one may stand, for the index of an {@code @}. */
  static boolean at(Latin page, int at) {
    return mayFollow(page, at) && mayClose(page, at + 1)
        || BareHandle.maySign(page, at)
        || isAddress(page, at);
  }

  /** True for the last byte of a full-width {@code ＠}, EF BC A0 in UTF-8. */
  static boolean isWide(Latin page, int at) {
    return at >= 2 && page.charAt(at - 1) == '\u00BC' && page.charAt(at - 2) == '\u00EF';
  }

  /** True where a percent sign begins an {@code @} of such an address. */
  static boolean isEncodedAddress(Latin page, int at) {
    return page.at(at + 1) == '4' && page.at(at + 2) == '0' && isAddress(page, at);
  }

  /** Servers of the fediverse have any host, so the account is what there is to see. */
  private static boolean isAddress(Latin page, int at) {
    char before = at == 0 ? '\0' : page.charAt(at - 1);
    return (before == '/' || before == 'F' || before == 'f')
        && ADDRESS.matcher(Window.from(page.bytes(), at, MAX_ADDRESS)).lookingAt();
  }

  /** True where an opening bracket may be what a reader sees before an index. */
  private static boolean mayFollow(Latin page, int index) {
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
  private static boolean isBehindBrokenTag(Latin page, int index) {
    return page.subSequence(Math.max(0, index - MAX_ADDRESS), index).contains("(<");
  }

  /** True where a name and a closing bracket may be what a reader sees from an index on. */
  private static boolean mayClose(Latin page, int index) {
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

  static boolean isWord(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import java.util.List;

/**
 * Tells links that show words, as authors put them into a sentence, from addresses that stand for
 * themselves: only a frame around them makes an embed of the former.
 */
final class LinkInWords {
  /** What may be all that a link shows of a post. */
  private static final List<String> ADDRESSES =
      List.of("http", "www", "mobile.", "twitter.com", "x.com");

  private LinkInWords() {}

  /**
   * True where the index lies in the tag of a link, given as Latin-1, whose words are no address.
   */
  static boolean at(Latin page, int index) {
    int start = Tag.start(page, index);
    int end = Tag.end(page, index);
    return start >= 0
        && end >= 0
        && isLink(page, start)
        && Tag.isClear(page, start, end)
        && !isBehindBracket(page, start)
        && showsWords(page, end + 1);
  }

  /** As the date of a signature is, of whose handle damage may have left only the end. */
  private static boolean isBehindBracket(Latin page, int start) {
    int before = start;
    while (before > 0 && page.charAt(before - 1) <= ' ') {
      before--;
    }
    return before > 0 && page.charAt(before - 1) == ')';
  }

  private static boolean isLink(Latin page, int start) {
    return (page.charAt(start + 1) | 0x20) == 'a' && page.charAt(start + 2) <= ' ';
  }

  /** Words, or a picture: whatever is no address, whose first letters are enough to tell. */
  private static boolean showsWords(Latin page, int index) {
    int at = index;
    while (at < page.length() && at - index < Tag.MAX_LENGTH) {
      char c = page.charAt(at);
      if (c == '<') {
        int end = Tag.end(page, at);
        if (end < 0 || !Tag.isClear(page, at, end)) {
          return false;
        }
        if (page.hasFolded("</a>", at)) {
          // A picture is no address; an empty link may be an embed's.
          return at > index;
        }
        at = end + 1;
      } else if (c <= ' ') {
        at++;
      } else {
        return "&/\\\u00c2\u00e2\u00e3".indexOf(c) < 0 && !beginsAddress(page, at);
      }
    }
    return false;
  }

  private static boolean beginsAddress(Latin page, int index) {
    for (String beginning : ADDRESSES) {
      if (page.hasFolded(beginning, index)) {
        return true;
      }
    }
    return false;
  }
}

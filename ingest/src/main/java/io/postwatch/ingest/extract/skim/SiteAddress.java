// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import java.util.List;

/**
 * Addresses of accounts and buttons, which nearly all pages have: told by a few bytes, as their
 * shape takes a microsecond.
 */
final class SiteAddress {
  /** Longer than any of the hosts. */
  private static final int MAX_HOST = 24;

  /** Longer than any account's. */
  private static final int MAX_NAME = 100;

  private SiteAddress() {}

  /**
   * True where a platform's host, at an index, is all of an address or has one name behind it, or
   * behind it begins what is no post.
   *
   * @param others the beginnings, in small letters
   */
  static boolean isOfNoPost(Latin page, int index, List<String> others) {
    int slash = hostEnd(page, index);
    int path = slash;
    while (page.at(path) == '/' || page.at(path) == '\\') {
      path++;
    }
    int end = path;
    while (end - path < MAX_NAME && isOfName(page.at(end))) {
      end++;
    }
    int last = end > path && page.at(end) == '/' ? end + 1 : end;
    if (isQuote(page.at(last))) {
      return slash > index;
    }
    for (String other : others) {
      if (path > slash && page.hasFolded(other, path)) {
        return true;
      }
    }
    return false;
  }

  private static int hostEnd(Latin page, int index) {
    int at = index;
    while (at - index < MAX_HOST && (isOfName(page.at(at)) || at == index)) {
      at++;
    }
    return at;
  }

  private static boolean isOfName(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '.'
        || c == '-'
        || c == '@';
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.tokens;

import java.util.Set;

/** Recognises links, with and without a scheme, also where they are glued to the word before. */
final class Links {
  private static final String[] STARTS = {
    "http://", "https://", "www.", "pic.twitter.com/", "pic.x.com/", "t.co/"
  };

  /** Endings that make lower-case words with dots between an address: amnesty.org. */
  private static final Set<String> DOMAINS =
      Set.of(
          "com", "org", "net", "gov", "edu", "int", "info", "io", "tv", "news", "uk", "co", "eu");

  private static final int LONGEST_DOMAIN = 253;

  private Links() {}

  /** The end of the link that begins here; the same place when there is none. */
  static int endAt(String text, int from) {
    return startsAt(text, from) ? linkEnd(text, from) : domainEnd(text, from);
  }

  private static boolean startsAt(String text, int from) {
    for (String start : STARTS) {
      if (text.regionMatches(true, from, start, 0, start.length())) {
        return true;
      }
    }
    return false;
  }

  /** Where a link begins inside a word, as in {@code look.pic.twitter.com}; -1 without one. */
  static int gluedStart(String text, int from, int end) {
    for (int at = from + 1; at < end; at++) {
      if (text.startsWith("http", at)
          && (text.startsWith("http://", at) || text.startsWith("https://", at))) {
        return at;
      }
    }
    return -1;
  }

  private static int linkEnd(String text, int from) {
    int end = from;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int domainEnd(String text, int from) {
    int end = from;
    int label = from;
    boolean dotted = false;
    int limit = Math.min(text.length(), from + LONGEST_DOMAIN);
    while (end < limit && isDomainPart(text, end, label)) {
      if (text.charAt(end) == '.') {
        dotted = true;
        label = end + 1;
        if (startsAt(text, label)) {
          return from;
        }
      }
      end++;
    }
    if (!dotted || !DOMAINS.contains(text.substring(label, end))) {
      return from;
    }
    boolean path = end < text.length() && text.charAt(end) == '/';
    return path ? linkEnd(text, end) : end;
  }

  private static boolean isDomainPart(String text, int at, int label) {
    char c = text.charAt(at);
    if (c == '.') {
      return at > label && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    }
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  }
}

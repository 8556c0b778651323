// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import java.nio.charset.StandardCharsets;

/**
 * A few bytes of a page with their escapes undone: {@code \/}, {@code \}{@code u002F}, {@code %2F}
 * and {@code &amp;}, also where they are escaped twice.
 */
final class Window {
  /** Tags may fill any number of bytes. */
  private static final int MAX_BYTES = 4000;

  private Window() {}

  /** What stands from an index on, byte by byte as Latin-1, without tags, up to a quote. */
  static String from(byte[] page, int start, int length) {
    int plain = plainEnd(page, start, length);
    if (plain == start + length || plain == page.length || isQuote(page[plain])) {
      return new String(page, start, plain - start, StandardCharsets.ISO_8859_1);
    }
    StringBuilder text = new StringBuilder(length);
    int at = start;
    while (at < Math.min(page.length, start + MAX_BYTES)
        && text.length() < length
        && (at == start || !isQuote(page[at]))) {
      int c = page[at] & 0xFF;
      if (c == '<' && at > start) {
        at = behindTag(page, at);
      } else if (c == '\\') {
        at = backslash(page, at, text);
      } else if (c == '%') {
        at = percent(page, at, text);
      } else {
        text.append((char) c);
        at += c == '&' ? ampersand(page, at) : 1;
      }
    }
    return text.toString();
  }

  /** Where the first sign stands that is no plain one of an address; most have none. */
  private static int plainEnd(byte[] page, int start, int length) {
    int end = Math.min(page.length, start + length);
    int at = start;
    while (at < end && (at == start || !isQuote(page[at])) && !isEscape(page[at])) {
      at++;
    }
    return at;
  }

  private static boolean isEscape(byte c) {
    return c == '<' || c == '\\' || c == '%' || c == '&';
  }

  /** No address goes on beyond it, though it may beyond a tag, which a reader does not see. */
  private static boolean isQuote(byte c) {
    return c == '"' || c == '\'';
  }

  private static int behindTag(byte[] page, int at) {
    int end = at + 1;
    while (end < page.length && page[end] != '>') {
      end++;
    }
    return end + 1;
  }

  private static int backslash(byte[] page, int at, StringBuilder text) {
    int next = at;
    while (next < page.length && page[next] == '\\') {
      next++;
    }
    int code = next + 4 < page.length && page[next] == 'u' ? hex(page, next + 1, 4) : -1;
    if (code >= 0) {
      text.append((char) code);
      return next + 5;
    }
    return next;
  }

  private static int percent(byte[] page, int at, StringBuilder text) {
    int next = at + 1;
    while (next + 1 < page.length && page[next] == '2' && page[next + 1] == '5') {
      next += 2;
    }
    int code = next + 1 < page.length ? hex(page, next, 2) : -1;
    text.append(code < 0 ? '%' : (char) code);
    return code < 0 ? at + 1 : next + 2;
  }

  /** How much is to be skipped for an ampersand, which may be escaped itself. */
  private static int ampersand(byte[] page, int at) {
    int length = 1;
    while (at + length + 3 < page.length
        && page[at + length] == 'a'
        && page[at + length + 1] == 'm'
        && page[at + length + 2] == 'p'
        && page[at + length + 3] == ';') {
      length += 4;
    }
    return length;
  }

  private static int hex(byte[] page, int at, int digits) {
    int value = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = Character.digit(page[i], 16);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }
}

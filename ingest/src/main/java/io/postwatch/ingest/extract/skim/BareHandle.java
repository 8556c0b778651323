// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import java.util.regex.Pattern;

/**
 * Handles without brackets, which prose is full of: a signature's only where a dash and a name
 * stand before and a date behind, with its year.
 */
final class BareHandle {
  /** What a reader sees between a handle and the end of its date. */
  private static final int MAX_DATE = 120;

  /** What a reader sees of the longest name, with the dash. */
  private static final int MAX_NAME = 200;

  private static final int YEAR = 4;

  private static final int MAX_REFERENCE = 12;

  /** Rules of style sheets, and notes in scripts. */
  private static final Pattern RULE =
      Pattern.compile(
          "@(?:media|import|supports|keyframes|charset|layer|container|property|page|font|namespace"
              + "|license|version|param|return|type|context|id|graph|webkit|preserve|cc_on)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DASH = Pattern.compile("&[a-z]{0,9}(?:dash|minus|hyphen|bar);");

  private BareHandle() {}

  /** True where the handle of an {@code @} may be of a signature. */
  static boolean maySign(Latin page, int at) {
    char before = at == 0 ? ' ' : page.charAt(at - 1);
    return (before <= ' ' || before == '>' || before == ';' || before >= 0x80)
        && (Handles.isWord(page.at(at + 1)) || page.at(at + 1) == '<')
        && hasYear(page, nameEnd(page, at + 1))
        && hasDash(page, at)
        && !RULE.matcher(page).region(at, page.length()).lookingAt();
  }

  private static int nameEnd(Latin page, int start) {
    int at = start;
    while (Handles.isWord(page.at(at))) {
      at++;
    }
    return at;
  }

  /** A tag whose ends are unclear may hide anything; what it parts from the sign may be a name. */
  private static boolean hasYear(Latin page, int start) {
    int digits = 0;
    int shown = 0;
    for (int at = start; at < page.length() && shown < MAX_DATE; at++) {
      char c = page.charAt(at);
      if (c == '<') {
        int end = Tag.end(page, at);
        if (end < 0 || !Tag.isClear(page, at, end)) {
          return true;
        }
        at = end;
      } else if (c == '&') {
        at = referenceEnd(page, at);
        digits = 0;
        shown++;
      } else if (isDigit(page, at)) {
        digits++;
        if (digits == YEAR) {
          return true;
        }
        shown++;
      } else if (endsDate(page, at)) {
        return false;
      } else if (c < 0x80 || c >= 0xC0) {
        digits = 0;
        shown += c <= ' ' && page.charAt(at - 1) <= ' ' ? 0 : 1;
      }
    }
    return false;
  }

  /** Also the first byte of scripts' letters that have digits of their own. */
  private static boolean isDigit(Latin page, int at) {
    char c = page.charAt(at);
    return c >= '0' && c <= '9'
        || c == 0xD9
        || c == 0xDB
        || c == 0xDF
        || c == 0xE0
        || c == 0xE1
        || c == 0xEA
        || c == 0xEF && page.at(at + 1) == 0xBC;
  }

  /** Where a reference ends, which is one sign and no digit; of an ampersand alone, at once. */
  private static int referenceEnd(Latin page, int start) {
    int at = start + 1;
    while (at - start < MAX_REFERENCE && page.at(at) != ';') {
      at++;
    }
    return page.at(at) == ';' ? at : start;
  }

  private static boolean endsDate(Latin page, int at) {
    char c = page.charAt(at);
    return "\"=@#!?*+~^$%\\}]`".indexOf(c) >= 0;
  }

  private static boolean hasDash(Latin page, int index) {
    int shown = 0;
    for (int at = index - 1; at >= 0 && shown < MAX_NAME; at--) {
      char c = page.charAt(at);
      if (c == '>') {
        int start = Tag.start(page, at);
        if (start < 0 || !Tag.isClear(page, start, at)) {
          return true;
        }
        at = start;
      } else if (isDash(page, at)) {
        return true;
      } else if (c < 0x80 || c >= 0xC0) {
        shown += c <= ' ' && page.at(at + 1) <= ' ' ? 0 : 1;
      }
    }
    return false;
  }

  /** By the last byte in UTF-8, in windows-1252, and in one read as the other. */
  private static boolean isDash(Latin page, int at) {
    char before = at > 0 ? page.charAt(at - 1) : ' ';
    char first = at > 1 ? page.charAt(at - 2) : ' ';
    return switch (page.charAt(at)) {
      case '-' -> before == '-' || isGap(before) && isGap(page.at(at + 1));
      case 0x90, 0x91, 0x93, 0x94, 0x95 -> before == 0x80 && first == 0xE2;
      case 0x92 -> before == 0x88 && first == 0xE2;
      case 0x96, 0x97 -> before < 0x80 || before == 0xC2;
      case 0x9C, 0x9D -> before == 0x80 && first == 0xE2 && at > 2 && page.charAt(at - 3) == 0xAC;
      case 0xBA -> before == 0xB8 && first == 0xE2;
      case ';' -> isReference(page, at);
      default -> false;
    };
  }

  private static boolean isGap(char c) {
    return c <= ' ' || c == '>' || c == '<' || c == '&' || c == ';' || c >= 0x80;
  }

  private static boolean isReference(Latin page, int end) {
    int start = end;
    while (start > 0 && end - start < MAX_REFERENCE && page.charAt(start) != '&') {
      start--;
    }
    if (page.at(start + 1) == '#') {
      int number = Disguise.number(page, start + 2);
      return number >= 0x2010 && number <= 0x2015
          || number == 0x2212
          || number == 0x2E3A
          || number == 0x96
          || number == 0x97
          || number == '-';
    }
    return DASH.matcher(page).region(start, end + 1).lookingAt();
  }
}

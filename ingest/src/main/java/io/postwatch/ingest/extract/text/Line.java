// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The signs that open a line and are not its words: those of quotes, and indentation. */
final class Line {
  private static final String ITEM = "(?:[*+•◦▪-]|\\d{1,3}[.)])(?=[\\s\\u00a0])";

  /** Also in a list's item; quotes within quotes beyond the fourth are somebody's art. */
  private static final Pattern QUOTE =
      Pattern.compile("\\s{0,40}+(?:" + ITEM + "\\s{1,8}+)?+>(?: {0,2}+>){0,3}+");

  private static final Pattern LIST_ITEM = Pattern.compile("\\s*+(?:" + ITEM + "|o\\s{2})");

  private Line() {}

  /** How many quotes the line is in, as Markdown and e-mail write it: {@code > > words}. */
  static int depth(String line) {
    return (int) line.substring(0, quoteEnd(line)).chars().filter(c -> c == '>').count();
  }

  /** White space before the words, after the signs of quotes. */
  static int indent(String line) {
    return wordsStart(line) - quoteEnd(line);
  }

  /** Index of the first word; the line's length where it has none. */
  static int wordsStart(String line) {
    int at = quoteEnd(line);
    while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    return at;
  }

  /** True for the first line of a list's item, whose next lines are indented further. */
  static boolean opensItem(String line) {
    return LIST_ITEM.matcher(line).lookingAt();
  }

  private static int quoteEnd(String line) {
    Matcher signs = QUOTE.matcher(line);
    return signs.lookingAt() ? signs.end() : 0;
  }
}

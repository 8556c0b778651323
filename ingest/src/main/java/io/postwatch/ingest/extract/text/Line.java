// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

/** The signs that open a line and are not its words: those of quotes, and indentation. */
final class Line {
  /** Quotes within quotes beyond this are somebody's art. */
  private static final int MAX_DEPTH = 4;

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

  private static int quoteEnd(String line) {
    int end = 0;
    for (int at = 0, depth = 0; at < line.length() && depth < MAX_DEPTH; at++) {
      char c = line.charAt(at);
      if (c == '>') {
        depth++;
        end = at + 1;
      } else if (c != ' ' || at > end) {
        break;
      }
    }
    return end;
  }
}

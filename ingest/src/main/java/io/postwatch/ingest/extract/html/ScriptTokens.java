// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import java.util.Arrays;

/** Where the tokens and the brackets of JSON or JavaScript end, read leniently; keeps none. */
final class ScriptTokens {
  private static final int[] NONE = {};

  private final String script;

  /** The script again: most of the time goes to looking at one character after the other. */
  private final char[] chars;

  private final int maxDepth;

  /** Where the brackets begin that were open at the end of the last pass, in their order. */
  private int[] open = NONE;

  /**
   * @param maxDepth brackets within so many others are read as words
   */
  ScriptTokens(String script, int maxDepth) {
    this.script = script;
    this.chars = script.toCharArray();
    this.maxDepth = maxDepth;
  }

  /** Behind white space, commas, semicolons and comments. */
  int gapEnd(int start) {
    int at = start;
    while (at < chars.length) {
      char c = chars[at];
      if (c <= ' ' || c == ',' || c == ';') {
        at++;
      } else if (c == '/' && script.startsWith("//", at)) {
        at = endOr(script.indexOf('\n', at));
      } else if (c == '/' && script.startsWith("/*", at)) {
        int end = script.indexOf("*/", at + 2);
        at = end < 0 ? script.length() : end + 2;
      } else {
        break;
      }
    }
    return at;
  }

  /** Behind at least one character, and all up to what may end a value. */
  int wordEnd(int start) {
    int at = start + 1;
    while (at < chars.length && !endsWord(chars[at])) {
      at++;
    }
    return at;
  }

  private static boolean endsWord(char c) {
    return switch (c) {
      case '{', '}', '[', ']', '(', ')', '"', '\'', '`', ',', ';', ':', '/' -> true;
      default -> c <= ' ';
    };
  }

  /** Behind the quote that ends a string, or, unless it is a template, behind its line. */
  private int stringEnd(int start) {
    char quote = chars[start];
    int at = start + 1;
    while (at < chars.length) {
      char c = chars[at];
      if (c == quote || c == '\n' && quote != '`') {
        return at + 1;
      }
      at += c == '\\' && at + 1 < chars.length ? 2 : 1;
    }
    return script.length();
  }

  /** A closing bracket of another kind ends all that is open up to its own. */
  static boolean isCloser(char c) {
    return c == '}' || c == ']' || c == ')';
  }

  static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }

  /** True for a bracket that the last pass that came to its limit found open there. */
  boolean isOpen(int start) {
    return Arrays.binarySearch(open, start) >= 0;
  }

  /**
   * Passes over what an opening bracket holds.
   *
   * @param depth how many brackets are around it
   * @param limit how far to go
   * @return where it ends, or -1 where it goes beyond the limit
   */
  int bracketEnd(int start, int depth, int limit) {
    int[] starts = new int[maxDepth - depth];
    int size = 1;
    starts[0] = start;
    int at = gapEnd(start + 1);
    while (at < chars.length && at <= limit) {
      char c = chars[at];
      if (isCloser(c)) {
        while (size > 0 && closerOf(starts[size - 1]) != c) {
          size--;
        }
        if (size <= 1) {
          return at + size;
        }
        size--;
        at++;
      } else if (isQuote(c)) {
        at = stringEnd(at);
      } else if ((c == '{' || c == '[' || c == '(') && size < starts.length) {
        starts[size++] = at++;
      } else {
        at = wordEnd(at);
      }
      at = gapEnd(at);
    }
    if (at <= limit) {
      return script.length();
    }
    open = Arrays.copyOf(starts, size);
    return -1;
  }

  private char closerOf(int start) {
    char c = chars[start];
    return c == '(' ? ')' : (char) (c + 2);
  }

  private int endOr(int index) {
    return index < 0 ? script.length() : index;
  }
}

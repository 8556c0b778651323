// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ops;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of PromQL as it takes to find the metrics in an expression, and gross mistakes. */
public final class PromQl {
  private static final Set<String> WORDS =
      Set.of("and", "or", "unless", "by", "without", "on", "ignoring", "offset", "bool");

  private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern MATCHERS =
      Pattern.compile("\\{\\s*(?:[a-z_]+\\s*(?:=~|!~|!=|=)\\s*\"\"\\s*,?\\s*)*}");
  private static final Pattern RANGE = Pattern.compile("\\[\\d+[smhd]]");
  private static final Pattern GROUPING =
      Pattern.compile("\\b(?:by|without|on)\\s*\\([a-z_, ]*\\)");
  private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(\\s*\\()?");

  private PromQl() {}

  /**
   * The metrics that an expression names.
   *
   * @throws IllegalArgumentException where it is no expression
   */
  public static Set<String> metrics(String expression) {
    String bare = STRING.matcher(expression).replaceAll("\"\"");
    bare = MATCHERS.matcher(bare).replaceAll("");
    bare = RANGE.matcher(bare).replaceAll("");
    bare = GROUPING.matcher(bare).replaceAll(" ");
    requireBalanced(bare, expression);
    Set<String> metrics = new TreeSet<>();
    Matcher names = NAME.matcher(bare);
    while (names.find()) {
      if (names.group(1) == null && !WORDS.contains(names.group())) {
        metrics.add(names.group());
      }
    }
    if (metrics.isEmpty()) {
      throw new IllegalArgumentException("no metric in: " + expression);
    }
    return metrics;
  }

  private static void requireBalanced(String bare, String expression) {
    Deque<Character> open = new ArrayDeque<>();
    for (char c : bare.toCharArray()) {
      if (c == '(') {
        open.push(c);
      } else if (c == ')' && open.poll() == null || "{}[]\"".indexOf(c) >= 0) {
        throw new IllegalArgumentException("unexpected " + c + " in: " + expression);
      }
    }
    if (!open.isEmpty()) {
      throw new IllegalArgumentException("a bracket is open in: " + expression);
    }
  }
}

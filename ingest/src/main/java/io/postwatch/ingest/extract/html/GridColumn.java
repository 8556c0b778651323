// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How wide a column is that its classes put on a grid, as those of Bootstrap, Foundation, 960 Grid,
 * UIkit, Pure and Tailwind do: {@code col-md-4}, {@code span_8_of_12}, {@code lg:w-1/3}.
 */
enum GridColumn {
  /** At most five twelfths of the row on some screen. */
  NARROW,
  /** At least seven twelfths of the row on all screens, with room for another column beside it. */
  WIDE,
  NONE;

  /** Longer attributes are not read: no page's author wrote them. */
  private static final int MAX_LENGTH = 500;

  private static final int TWELVE = 12;

  private static final Pattern WIDTH =
      Pattern.compile(
          "(?<![\\w-])(?:"
              + "(?:col-(?:(?:xs|sm|md|lg|xl|xxl)-)?|span[-_]?|grid[-_]|(?:\\w{1,3}:)?col-span-"
              + "|(?:small|medium|large)-)(?<part>1[0-2]|[1-9])(?:[-_]of[-_](?<whole>1[0-2]|[2-9]))?"
              + "|(?:(?:\\w{1,3}:)?w-|uk-width-(?:\\w{1,6}-)?|pure-u-(?:\\w{1,3}-)?)"
              + "(?<above>1[0-1]|[1-9])[/-](?<below>1[0-2]|[2-9])(?:@\\w{1,3})?"
              + ")(?![\\w-])");

  /** By a class attribute; of several widths, for screens of several sizes, the smallest counts. */
  static GridColumn of(String classes) {
    if (classes.length() > MAX_LENGTH || !mayHaveWidth(classes)) {
      return NONE;
    }
    int least = Integer.MAX_VALUE;
    Matcher width = WIDTH.matcher(classes);
    while (width.find()) {
      least = Math.min(least, twelfths(width));
    }
    return least <= 5 ? NARROW : least >= 7 && least < TWELVE ? WIDE : NONE;
  }

  private static boolean mayHaveWidth(String classes) {
    return classes.contains("col-")
        || classes.contains("span")
        || classes.contains("grid")
        || classes.contains("w-")
        || classes.contains("width-")
        || classes.contains("-u-")
        || classes.contains("large-")
        || classes.contains("medium-");
  }

  private static int twelfths(Matcher width) {
    String part = width.group("part");
    if (part != null) {
      String whole = width.group("whole");
      return Integer.parseInt(part) * TWELVE / (whole == null ? TWELVE : Integer.parseInt(whole));
    }
    return Integer.parseInt(width.group("above")) * TWELVE / Integer.parseInt(width.group("below"));
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.registry;

/** Makes foreign text fit for a log line. */
public final class OneLine {
  private OneLine() {}

  /**
   * The text with each control character, line break or not, as a space.
   *
   * @param limit longest result, in UTF-16 units, before the ellipsis that marks the cut
   */
  public static String of(String text, int limit) {
    String head = text.length() > limit ? text.substring(0, limit) + "…" : text;
    return head.codePoints()
        .map(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}

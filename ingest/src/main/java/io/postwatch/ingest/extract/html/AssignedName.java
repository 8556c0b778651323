// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

/** Names that a script gives to what stands in it. */
final class AssignedName {
  private static final int MAX_LENGTH = 100;

  private AssignedName() {}

  /**
   * The last part of the name that the value at an index is assigned to, as {@code related} in
   * {@code window.related = [}; empty where it is assigned to none.
   */
  static String before(String script, int index) {
    int sign = beforeSpace(script, index);
    if (sign == 0 || script.charAt(sign - 1) != '=') {
      return "";
    }
    int end = beforeSpace(script, sign - 1);
    int start = end;
    while (start > 0 && end - start < MAX_LENGTH && isName(script.charAt(start - 1))) {
      start--;
    }
    return script.substring(start, end);
  }

  private static int beforeSpace(String script, int index) {
    int at = index;
    while (at > 0 && index - at < MAX_LENGTH && script.charAt(at - 1) <= ' ') {
      at--;
    }
    return at;
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import java.util.regex.Pattern;

/** Text from posts and pages, made harmless for a terminal. */
final class Printable {
  /** Control characters start escape sequences; format characters turn the writing direction. */
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}]");

  private Printable() {}

  static String of(String text) {
    return UNSAFE.matcher(text).replaceAll("?");
  }
}

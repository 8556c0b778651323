// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;

/** Paths with {@code *}, {@code **}, {@code ?}, {@code [...]} and {@code {...}} in them. */
final class Glob {
  private static final String SIGNS = "*?[{";

  private Glob() {}

  static boolean isGlob(String input) {
    return firstSign(input) < input.length();
  }

  /** The directory below which all that a glob means lies. */
  static Path base(String glob) {
    int end = glob.lastIndexOf('/', firstSign(glob));
    return Path.of(end < 0 ? "" : end == 0 ? "/" : glob.substring(0, end));
  }

  /**
   * What a glob means, as in shells: {@code **} and a slash are also no directory at all.
   *
   * @throws java.util.regex.PatternSyntaxException when it is none
   */
  static PathMatcher matcher(String glob) {
    String pattern = glob.indexOf('{') < 0 ? glob.replace("**/", "{**/,}") : glob;
    return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
  }

  /** How many directories below its base, and the file in them, a glob can mean at the most. */
  static int depth(String glob) {
    int first = firstSign(glob);
    boolean isEndless = glob.indexOf("**", first) >= 0;
    return isEndless
        ? Integer.MAX_VALUE
        : 1 + (int) glob.substring(first).chars().filter(c -> c == '/').count();
  }

  private static int firstSign(String input) {
    int first = 0;
    while (first < input.length() && SIGNS.indexOf(input.charAt(first)) < 0) {
      first++;
    }
    return first;
  }
}

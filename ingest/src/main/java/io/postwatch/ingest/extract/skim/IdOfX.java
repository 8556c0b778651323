// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import io.postwatch.ingest.extract.x.IdAttributes;
import io.postwatch.ingest.extract.x.IdKeys;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of attributes and keys whose numbers are ids of X posts, as the finders know them, told
 * from the many that number widgets, buttons and articles.
 */
final class IdOfX {
  /** Shorter numbers are counters. */
  static final int MIN_DIGITS = 7;

  private static final int DIGITS_IN_KEY = 8;

  /** In attributes that may number anything. */
  private static final int DIGITS_TYPED = 9;

  private static final int MAX_NAME = 40;

  /** The value of an {@code id} that says whose it is. */
  private static final Pattern NAMED_ID =
      Pattern.compile("(?:tweet|twitter)[a-z_-]{0,12}\\d+", Pattern.CASE_INSENSITIVE);

  /** What names X in a tag. */
  private static final Pattern NAME =
      Pattern.compile("weet|witter|embed-x|bbpbox|=\\s*[\"']?\\s*x[\\s\"'>]");

  /** What shows no post, whatever it has. */
  private static final Pattern NEVER =
      Pattern.compile(
          "<(?:a(?!.*(?:embed|iframely))|img|picture|source|video|link|meta|input|button|option"
              + "|script|style|svg|time|q|html|body|head|form|label|h1)\\s.*",
          Pattern.DOTALL);

  private IdOfX() {}

  /**
   * True for a name before an equals sign whose value, of so many digits at its end, may be an id.
   */
  static boolean isAttribute(Latin page, int sign, int value, int digits) {
    String name = attribute(page, sign);
    if (name.equals("id")) {
      int end = Math.min(page.length(), value + MAX_NAME);
      return digits >= DIGITS_TYPED
          && NAMED_ID.matcher(page).region(value, end).lookingAt()
          && mayShow(page, sign, false);
    }
    boolean typed = digits >= DIGITS_TYPED && IdAttributes.TYPED.contains(name);
    return (typed || IdAttributes.OF_X.contains(name)) && mayShow(page, sign, typed);
  }

  /** In a tag whose ends are unclear, anything may stand. */
  private static boolean mayShow(Latin page, int index, boolean typed) {
    int start = Tag.start(page, index);
    int end = start < 0 ? -1 : Tag.end(page, index);
    if (end < 0 || !Tag.isClear(page, start, end)) {
      return true;
    }
    String tag = page.subSequence(start, end + 1).toLowerCase(Locale.ROOT);
    return !NEVER.matcher(tag).matches() && !(typed && !NAME.matcher(tag).find());
  }

  private static String attribute(Latin page, int sign) {
    int end = spaceBefore(page, sign);
    int start = end;
    while (start > 0
        && end - start < MAX_NAME
        && page.charAt(start - 1) > ' '
        && "\"'/<>=".indexOf(page.charAt(start - 1)) < 0) {
      start--;
    }
    return page.subSequence(start, end).toLowerCase(Locale.ROOT);
  }

  /** True for a key before a colon whose value of so many digits may be an id. */
  static boolean isKey(Latin page, int colon, int digits) {
    if (digits < DIGITS_IN_KEY) {
      return false;
    }
    String key = key(page, colon);
    return IdKeys.sayX(key) || IdKeys.areTyped(key);
  }

  /** In small letters, without signs: also with escaped quotes. */
  private static String key(Latin page, int colon) {
    StringBuilder key = new StringBuilder();
    for (int at = colon - 1; at >= Math.max(0, colon - MAX_NAME); at--) {
      char c = page.charAt(at);
      if (c == ';' && at >= 5 && page.hasFolded("&quot;", at - 5)) {
        if (key.length() > 0) {
          break;
        }
        at -= 5;
      } else if (Character.isLetterOrDigit(c)) {
        key.append(Character.toLowerCase(c));
      } else if (key.length() > 0 && "\"'`{,[(;".indexOf(c) >= 0) {
        break;
      }
    }
    return key.reverse().toString();
  }

  private static int spaceBefore(Latin page, int index) {
    int at = index;
    while (at > 0 && page.charAt(at - 1) <= ' ') {
      at--;
    }
    return at;
  }
}

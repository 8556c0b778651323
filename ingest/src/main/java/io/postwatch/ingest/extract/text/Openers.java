// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.util.regex.Pattern;

/** Signs with which lines of posts like to open. */
final class Openers {
  private static final Pattern EMOJI =
      Pattern.compile("[\\x{1F000}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\x{2B00}-\\x{2BFF}]");
  private static final Pattern BULLET =
      Pattern.compile("\\A(?:[-–—•*▪●·‣➡✅✔☑🔹🔸▶►→]|\\(?+\\d{1,2}[.)/])\\s?+\\S");
  private static final Pattern LATER_ITEM =
      Pattern.compile("\\A\\(?+(?:[2-9]|\\d{2})[.)/]\\s?+\\S");
  private static final Pattern ALERT =
      Pattern.compile("\\A[^\\p{L}\\p{N}]{0,4}+\\p{Lu}{4,}+(?: \\p{Lu}{2,}+){0,2}+ ?[:|–—-]");

  private Openers() {}

  static boolean hasEmoji(String words) {
    return EMOJI.matcher(words).find();
  }

  static boolean isEmoji(String words) {
    return EMOJI.matcher(words).lookingAt();
  }

  /** A dash, dot, arrow or number, as of a list. */
  static boolean isBullet(String words) {
    return BULLET.matcher(words).find();
  }

  /** A number above one, as of a list that has begun before. */
  static boolean isLaterItem(String words) {
    return LATER_ITEM.matcher(words).find();
  }

  /** A word in capitals and a colon, as in "BREAKING:". */
  static boolean isAlert(String words) {
    return ALERT.matcher(words).find();
  }

  /** True where both open with the same symbol, which makes them items of one list. */
  static boolean sameSymbol(String words, String others) {
    int symbol = words.codePointAt(0);
    int type = Character.getType(symbol);
    boolean itemSign = type == Character.OTHER_SYMBOL || type == Character.DASH_PUNCTUATION;
    return itemSign && others.codePointAt(0) == symbol;
  }

  /** True where the words open with a symbol that is no letter, digit or quotation mark. */
  static boolean isSymbol(String words) {
    return Character.getType(words.codePointAt(0)) == Character.OTHER_SYMBOL;
  }
}

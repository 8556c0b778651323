// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import java.util.OptionalDouble;

/** Reads numbers written in digits: 1,000 and 1.000 and 5k and 1.5 (thousand). */
final class Digits {
  /** More than there are people: no figure. */
  private static final int MOST_DIGITS = 11;

  private Digits() {}

  /** The number; empty for ordinals, times, versions and other tokens that begin with a digit. */
  static OptionalDouble read(String raw) {
    boolean kilo = raw.endsWith("k") || raw.endsWith("K");
    String number = kilo ? raw.substring(0, raw.length() - 1) : raw;
    if (number.isEmpty() || number.length() > MOST_DIGITS || !isAscii(number)) {
      return OptionalDouble.empty();
    }
    String plain = withoutThousands(number);
    int separators = plain.length() - plain.replaceAll("[.,]", "").length();
    if (separators > 1) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(plain.replace(',', '.'));
    return OptionalDouble.of(kilo ? value * 1000 : value);
  }

  private static boolean isAscii(String number) {
    return Character.isDigit(number.charAt(number.length() - 1))
        && number.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == ',');
  }

  /** Points and commas are left out where three digits follow each of them. */
  private static String withoutThousands(String number) {
    String[] groups = number.split("[.,]", -1);
    boolean thousands = groups.length > 1 && groups[0].length() <= 3 && !groups[0].equals("0");
    for (int i = 1; i < groups.length; i++) {
      thousands &= groups[i].length() == 3;
    }
    return thousands ? String.join("", groups) : number;
  }
}

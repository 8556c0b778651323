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
    long factor = factor(raw);
    String number = factor > 1 ? raw.substring(0, raw.length() - 1) : raw;
    if (number.isEmpty() || number.length() > MOST_DIGITS || !isAscii(number)) {
      return OptionalDouble.empty();
    }
    String plain = withoutThousands(number);
    if (separators(plain) > 1) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(Double.parseDouble(plain.replace(',', '.')) * factor);
  }

  /** 10s, 100s, 1000s: the power of ten, or 0. */
  static long plural(String raw) {
    int last = raw.length() - 1;
    if (last < 2 || last > 6 || raw.charAt(last) != 's' || raw.charAt(0) != '1') {
      return 0;
    }
    long power = 1;
    for (int i = 1; i < last; i++) {
      if (raw.charAt(i) != '0') {
        return 0;
      }
      power *= 10;
    }
    return power;
  }

  /** Whether a token is the three digits that go on after a space: 843 000. */
  static boolean isGroup(String raw) {
    return raw.length() == 3 && raw.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** What the letter at the end of a number multiplies by; 1 without one. */
  static long factor(String raw) {
    return switch (raw.charAt(raw.length() - 1)) {
      case 'k', 'K' -> 1000;
      case 'M' -> 1_000_000;
      default -> 1;
    };
  }

  private static int separators(String number) {
    return (int) number.chars().filter(c -> c == '.' || c == ',').count();
  }

  private static boolean isAscii(String number) {
    return Character.isDigit(number.charAt(number.length() - 1))
        && number.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == ',');
  }

  /** Points and commas are left out where they part thousands, or lakhs: 2,23,139. */
  private static String withoutThousands(String number) {
    if (separators(number) == 0) {
      return number;
    }
    String[] groups = number.split("[.,]", -1);
    int last = groups.length - 1;
    boolean parted =
        groups[0].length() <= 3 && !groups[0].equals("0") && groups[last].length() == 3;
    for (int i = 1; i < last; i++) {
      parted &= groups[i].length() == groups[1].length() && groups[i].length() >= 2;
    }
    return parted ? String.join("", groups) : number;
  }
}

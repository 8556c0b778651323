// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.tokens;

import java.util.HashMap;
import java.util.Map;

/** English words for numbers and what they are worth. */
public final class NumberWords {
  private static final String[] SMALL = {
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen"
  };
  private static final String[] TENS = {
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
  };

  /** Words that are added up: twenty two. */
  private static final Map<String, Integer> ADDENDS = addends();

  /** Words that multiply what stands before them: two hundred. */
  private static final Map<String, Integer> FACTORS =
      Map.of("hundred", 100, "thousand", 1000, "million", 1_000_000);

  /** Plurals, which stand for a number that nobody knows exactly: dozens of. */
  private static final Map<String, Integer> PLURALS =
      Map.of("dozens", 12, "scores", 20, "hundreds", 100, "thousands", 1000, "millions", 1_000_000);

  private NumberWords() {}

  private static Map<String, Integer> addends() {
    Map<String, Integer> words = new HashMap<>();
    for (int i = 0; i < SMALL.length; i++) {
      words.put(SMALL[i], i);
    }
    for (int i = 0; i < TENS.length; i++) {
      words.put(TENS[i], 20 + 10 * i);
    }
    return Map.copyOf(words);
  }

  /** Whether a word says a number, alone or as a part. */
  public static boolean contains(String norm) {
    return ADDENDS.containsKey(norm)
        || FACTORS.containsKey(norm)
        || PLURALS.containsKey(norm)
        || norm.equals("dozen");
  }

  /** What a word of zero to ninety is worth; null for others. */
  public static Integer addend(String norm) {
    return ADDENDS.get(norm);
  }

  /** What a word multiplies by, 100 or more; null for others. */
  public static Integer factor(String norm) {
    return FACTORS.get(norm);
  }

  /** The least that a plural like "dozens" stands for; null for others. */
  public static Integer plural(String norm) {
    return PLURALS.get(norm);
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import io.postwatch.enrich.tokens.Token;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Words and phrases of which one must stand in a place; however many, a token is looked up once.
 */
final class Alternatives {
  private static final int[][] NONE = {};

  private final int[] words;
  private final Map<Integer, int[][]> phrases;
  private final int[] firstUnits;
  private final int longest;
  private final int size;

  /**
   * @param alternatives each a sequence of units
   */
  Alternatives(List<int[]> alternatives) {
    IntStream.Builder single = IntStream.builder();
    Map<Integer, int[][]> longer = new HashMap<>();
    for (int[] alternative : alternatives) {
      if (alternative.length == 1) {
        single.add(alternative[0]);
      } else {
        longer.merge(alternative[0], new int[][] {alternative}, Alternatives::joined);
      }
    }
    phrases = longer;
    words = single.build().sorted().distinct().toArray();
    firstUnits = alternatives.stream().mapToInt(phrase -> phrase[0]).sorted().distinct().toArray();
    longest = alternatives.stream().mapToInt(phrase -> phrase.length).max().orElse(0);
    size = alternatives.size();
  }

  private static int[][] joined(int[][] first, int[][] second) {
    int[][] joined = new int[first.length + second.length][];
    System.arraycopy(first, 0, joined, 0, first.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  /** The units that one of them begins with. */
  IntStream firstUnits() {
    return IntStream.of(firstUnits);
  }

  /** How many tokens the longest has. */
  int longest() {
    return longest;
  }

  int size() {
    return size;
  }

  /** Whether one of them may begin at a token with these units. */
  boolean canBegin(int[] units) {
    for (int unit : units) {
      if (isIn(firstUnits, unit)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIn(int[] sorted, int unit) {
    return Arrays.binarySearch(sorted, unit) >= 0;
  }

  /** Where those that begin at a token end: a bit for each length. */
  long lengthsAt(int at, List<Token> tokens, int[][] units) {
    long lengths = 0;
    for (int unit : units[at]) {
      if (isIn(words, unit)) {
        lengths |= 1L << 1;
      }
      if (!phrases.isEmpty() && isIn(firstUnits, unit)) {
        lengths |= lengthsAt(phrases.getOrDefault(unit, NONE), at, tokens, units);
      }
    }
    return lengths;
  }

  private static long lengthsAt(int[][] phrases, int at, List<Token> tokens, int[][] units) {
    long lengths = 0;
    for (int[] phrase : phrases) {
      if (phrase.length < Long.SIZE && isAt(phrase, at, tokens, units)) {
        lengths |= 1L << phrase.length;
      }
    }
    return lengths;
  }

  private static boolean isAt(int[] phrase, int at, List<Token> tokens, int[][] units) {
    if (at + phrase.length > tokens.size()) {
      return false;
    }
    for (int i = 1; i < phrase.length; i++) {
      if (!tokens.get(at + i).isJoined() || !has(units[at + i], phrase[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean has(int[] units, int unit) {
    for (int each : units) {
      if (each == unit) {
        return true;
      }
    }
    return false;
  }
}

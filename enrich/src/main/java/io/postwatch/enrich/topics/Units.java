// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import io.postwatch.enrich.tokens.NumberWords;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Tokenizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The words, stems and classes that patterns are made of, numbered: a token is looked up once for
 * all patterns.
 *
 * <p>Filled while patterns are compiled, then only read.
 */
final class Units {
  /** Stands for any number, in digits or words. */
  static final String ANY_NUMBER = "<number>";

  /** Stands for a place that was found in the text, at its first word. */
  static final String ANY_PLACE = "<place>";

  private static final int HEAD = 3;
  private static final int[] NONE = {};
  static final int NUMBER = 0;
  private static final int PLACE = 1;

  private final Map<String, Integer> words = new HashMap<>();
  private final Map<String, Integer> stems = new HashMap<>();

  /** The lengths of the stems that begin with three letters, a bit each. */
  private final Map<String, Long> heads = new HashMap<>();

  private int size = 2;

  /**
   * The unit of a pattern's atom: {@value #ANY_NUMBER}, {@value #ANY_PLACE}, {@code stem*}, or a
   * word.
   *
   * @throws IllegalArgumentException when it is none of them
   */
  int unit(String atom) {
    if (atom.equals(ANY_NUMBER)) {
      return NUMBER;
    }
    if (atom.equals(ANY_PLACE)) {
      return PLACE;
    }
    boolean stem = atom.endsWith("*");
    List<Token> word = Tokenizer.tokenize(stem ? atom.substring(0, atom.length() - 1) : atom);
    if (word.size() != 1 || word.get(0).norm().isEmpty()) {
      throw new IllegalArgumentException(
          "'" + atom + "', expected one word, a stem*, " + ANY_NUMBER + " or " + ANY_PLACE);
    }
    String norm = word.get(0).norm();
    if (stem) {
      if (norm.length() < HEAD || norm.length() >= Long.SIZE) {
        throw new IllegalArgumentException("'" + atom + "', expected a stem of 3 to 63 letters");
      }
      heads.merge(norm.substring(0, HEAD), 1L << norm.length(), (a, b) -> a | b);
    }
    return (stem ? stems : words).computeIfAbsent(norm, key -> size++);
  }

  /** Whether an atom in angle brackets is no list of the file. */
  static boolean isClass(String atom) {
    return atom.equals(ANY_NUMBER) || atom.equals(ANY_PLACE);
  }

  int size() {
    return size;
  }

  /** The unit of a word in lower case, where some pattern has it. */
  OptionalInt known(String word) {
    Integer unit = words.get(word);
    return unit == null ? OptionalInt.empty() : OptionalInt.of(unit);
  }

  /**
   * The units that a token is an instance of.
   *
   * @param place whether a place's name begins there
   */
  int[] of(Token token, boolean place) {
    List<Integer> units = new ArrayList<>(2);
    if (place) {
      units.add(PLACE);
    }
    Integer word = words.get(token.norm());
    if (word != null) {
      units.add(word);
    }
    if (token.kind() == Token.Kind.NUMBER || NumberWords.contains(token.norm())) {
      units.add(NUMBER);
    }
    addStems(token.norm(), units);
    return units.isEmpty() ? NONE : units.stream().mapToInt(Integer::intValue).toArray();
  }

  private void addStems(String norm, List<Integer> units) {
    long lengths = norm.length() < HEAD ? 0 : heads.getOrDefault(norm.substring(0, HEAD), 0L);
    for (; lengths != 0; lengths &= lengths - 1) {
      int length = Long.numberOfTrailingZeros(lengths);
      Integer stem = length > norm.length() ? null : stems.get(norm.substring(0, length));
      if (stem != null) {
        units.add(stem);
      }
    }
  }
}

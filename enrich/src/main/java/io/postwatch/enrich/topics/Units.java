// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import io.postwatch.enrich.tokens.NumberWords;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Tokenizer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

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
  private static final int HEADS = 1 << 14;
  private static final int[] NONE = {};
  static final int NUMBER = 0;
  private static final int PLACE = 1;

  private final Map<String, Integer> words = new HashMap<>();
  private final Map<String, Integer> stems = new HashMap<>();

  /** The lengths of the stems that begin with three letters, a bit each. */
  private final Map<String, Long> heads = new HashMap<>();

  private final BitSet stemHeads = new BitSet(HEADS);
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
    String norm = isPlain(atom) ? atom : norm(atom, stem);
    if (stem) {
      if (norm.length() < HEAD || norm.length() >= Long.SIZE) {
        throw new IllegalArgumentException("'" + atom + "', expected a stem of 3 to 63 letters");
      }
      stemHeads.set(headHash(norm));
      heads.merge(norm.substring(0, HEAD), 1L << norm.length(), (a, b) -> a | b);
    }
    return (stem ? stems : words).computeIfAbsent(norm, key -> size++);
  }

  /** Most atoms are their own norm, and there are a hundred thousand of them. */
  private static boolean isPlain(String atom) {
    return !atom.isEmpty()
        && atom.length() < Long.SIZE
        && atom.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  private static String norm(String atom, boolean stem) {
    List<Token> word = Tokenizer.tokenize(stem ? atom.substring(0, atom.length() - 1) : atom);
    if (word.size() != 1 || word.get(0).norm().isEmpty()) {
      throw new IllegalArgumentException(
          "'" + atom + "', expected one word, a stem*, " + ANY_NUMBER + " or " + ANY_PLACE);
    }
    return word.get(0).norm();
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
    String norm = token.norm();
    Integer word = words.get(norm);
    boolean number = token.kind() == Token.Kind.NUMBER || NumberWords.contains(norm);
    if (!place && !number && !mayHaveStem(norm)) {
      return word == null ? NONE : new int[] {word};
    }
    IntStream.Builder units = IntStream.builder();
    if (place) {
      units.add(PLACE);
    }
    if (word != null) {
      units.add(word);
    }
    if (number) {
      units.add(NUMBER);
    }
    addStems(norm, units);
    return units.build().toArray();
  }

  /** Most words have no stem, which their first letters tell without a string of their own. */
  private boolean mayHaveStem(String norm) {
    return norm.length() >= HEAD && stemHeads.get(headHash(norm));
  }

  private static int headHash(String norm) {
    return (norm.charAt(0) * 961 + norm.charAt(1) * 31 + norm.charAt(2)) & HEADS - 1;
  }

  private void addStems(String norm, IntStream.Builder units) {
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

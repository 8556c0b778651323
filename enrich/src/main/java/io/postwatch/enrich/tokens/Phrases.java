// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.tokens;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Values under phrases of up to {@value #LONGEST} words, found in one hash look-up a word.
 *
 * <p>Filled once, then only read: safe to share between threads after that.
 */
public final class Phrases<V> {
  /** More words than any name of a country, capital or body has. */
  public static final int LONGEST = 12;

  private final Node<V> root = new Node<>();

  /**
   * A phrase found in a text.
   *
   * @param from index of its first token
   * @param to one past the index of its last token
   */
  public record Match<V>(V value, int from, int to) {}

  /** Puts a value under a phrase, unless the phrase has one already. */
  public void putIfAbsent(String phrase, V value) {
    List<Token> words = Tokenizer.tokenize(phrase);
    if (words.isEmpty()
        || words.size() > LONGEST
        || words.stream().anyMatch(word -> word.norm().isEmpty())) {
      throw new IllegalArgumentException(
          "expected a phrase of 1 to " + LONGEST + " words: " + phrase);
    }
    Node<V> node = root;
    for (Token word : words) {
      node = node.next.computeIfAbsent(word.norm(), norm -> new Node<>());
    }
    if (node.value == null) {
      node.value = value;
    }
  }

  /** The longest phrase that begins at a token and whose value is accepted. */
  public Optional<Match<V>> longestAt(List<Token> tokens, int from, Predicate<Match<V>> accepted) {
    Match<V> longest = null;
    Node<V> node = root;
    for (int at = from; at < tokens.size() && at - from < LONGEST; at++) {
      if (at > from && !tokens.get(at).isJoined()) {
        break;
      }
      node = node.next.get(tokens.get(at).norm());
      if (node == null) {
        break;
      }
      if (node.value != null) {
        Match<V> match = new Match<>(node.value, from, at + 1);
        longest = accepted.test(match) ? match : longest;
      }
    }
    return Optional.ofNullable(longest);
  }

  private static final class Node<V> {
    private final Map<String, Node<V>> next = new HashMap<>(2);
    private V value;
  }
}

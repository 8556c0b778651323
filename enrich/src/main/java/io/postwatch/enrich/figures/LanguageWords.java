// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.data.WordLists;
import io.postwatch.schema.FigureKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The words of {@code languages.tsv}; read once, then only read. */
final class LanguageWords {
  private static final int SHORTEST = 3;

  private final Map<String, FigureKind> whole = new HashMap<>();
  private final Map<String, FigureKind> beginnings = new HashMap<>();
  private final Set<String> people;
  private final Set<String> things;
  private final Set<String> between;
  private final Set<String> denials;
  private final Set<String> afterOnly;
  private final Map<String, Integer> numbers;
  private final Map<String, Integer> many;
  private final Map<String, Integer> factors;

  LanguageWords() {
    WordLists lists = WordLists.beside(LanguageWords.class, "languages.tsv");
    for (FigureKind kind : FigureKind.values()) {
      if (kind != FigureKind.OTHER) {
        lists.get(kind.name()).forEach(word -> put(kind, word));
      }
    }
    this.people = lists.get("people");
    this.things = lists.get("things");
    this.between = lists.get("between");
    this.denials = lists.get("denials");
    this.afterOnly = lists.get("after only");
    this.numbers = worth(lists.get("numbers"));
    this.many = worth(lists.get("many"));
    this.factors = worth(lists.get("factors"));
  }

  private static Map<String, Integer> worth(Set<String> entries) {
    Map<String, Integer> worth = new HashMap<>();
    for (String entry : entries) {
      int space = entry.indexOf(' ');
      worth.put(entry.substring(0, space), Integer.valueOf(entry.substring(space + 1)));
    }
    return worth;
  }

  private void put(FigureKind kind, String word) {
    if (word.endsWith("*")) {
      beginnings.put(word.substring(0, word.length() - 1), kind);
    } else {
      whole.put(word, kind);
    }
  }

  /** What a word says of the number beside it; null for nothing. */
  FigureKind kind(String word) {
    FigureKind kind = whole.get(word);
    for (int length = word.length(); kind == null && length >= SHORTEST; length--) {
      kind = beginnings.get(word.substring(0, length));
    }
    return kind;
  }

  boolean isPeople(String word) {
    return people.contains(word);
  }

  boolean isThing(String word) {
    return things.contains(word);
  }

  boolean isBetween(String word) {
    return between.contains(word);
  }

  boolean isDenial(String word) {
    return denials.contains(word);
  }

  boolean isAfterOnly(String word) {
    return afterOnly.contains(word);
  }

  /** What a word for a number is worth; null for others. */
  Integer number(String word) {
    return numbers.get(word);
  }

  /** The least that a word like "decenas" stands for; null for others. */
  Integer many(String word) {
    return many.get(word);
  }

  /** What a word multiplies the number before it by; null for others. */
  Integer factor(String word) {
    return factors.get(word);
  }
}

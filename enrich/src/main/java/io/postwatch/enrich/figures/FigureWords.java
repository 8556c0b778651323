// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.data.Table;
import io.postwatch.enrich.tokens.Phrases;
import io.postwatch.schema.FigureKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words that tell what a number counts; read once, then only read. */
final class FigureWords {
  private static final Set<String> PHRASE_ENDS =
      Set.of(
          "in", "on", "at", "after", "by", "from", "during", "when", "who", "that", "which", "to",
          "for", "with", "as", "is", "are", "was", "were", "has", "have", "had", "and", "or", "but",
          "while", "than", "near", "since", "amid", "because", "where", "the", "a", "an");

  private final Phrases<FigureKind> after = new Phrases<>();

  /** Words before a number by their last word, so that they are found going backwards. */
  private final Map<String, FigureKind> before = new HashMap<>();

  private final Map<FigureKind, Set<String>> nouns = new EnumMap<>(FigureKind.class);
  private final Map<String, Set<String>> lists = new HashMap<>();

  FigureWords() {
    for (Table.Row row : Table.beside(FigureWords.class, "predicates.tsv").rows()) {
      FigureKind kind = FigureKind.valueOf(row.text(0));
      row.list(1).forEach(phrase -> after.putIfAbsent(phrase, kind));
      row.list(2).forEach(phrase -> before.putIfAbsent(phrase, kind));
      nouns.put(kind, Set.copyOf(row.list(3)));
    }
    for (Table.Row row : Table.beside(FigureWords.class, "nouns.tsv").rows()) {
      lists.put(row.text(0), new HashSet<>(row.list(1)));
    }
  }

  Phrases<FigureKind> after() {
    return after;
  }

  /** The kind that a word or phrase before a number gives it; null for none. */
  FigureKind before(String phrase) {
    return before.get(phrase);
  }

  /** The kind whose noun a word is; null for none. */
  FigureKind noun(String word) {
    for (Map.Entry<FigureKind, Set<String>> kind : nouns.entrySet()) {
      if (kind.getValue().contains(word)) {
        return kind.getKey();
      }
    }
    return null;
  }

  boolean isPerson(String word) {
    return lists.get("person").contains(word);
  }

  /** A plural of people, as far as the singular is listed. */
  boolean isPeople(String word) {
    return List.of(
                "people", "men", "women", "children", "policemen", "gunmen", "others", "civilians")
            .contains(word)
        || (word.endsWith("s") && isPerson(word.substring(0, word.length() - 1)));
  }

  boolean isThing(String word) {
    return lists.get("thing").contains(word);
  }

  boolean isOther(String word) {
    return lists.get("other").contains(word);
  }

  boolean isMeasure(String word) {
    return lists.get("measure").contains(word);
  }

  boolean isLabel(String word) {
    return lists.get("label").contains(word);
  }

  /** Words that a noun phrase does not go beyond. */
  boolean endsPhrase(String word) {
    return PHRASE_ENDS.contains(word);
  }
}

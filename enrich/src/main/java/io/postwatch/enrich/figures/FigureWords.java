// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.data.Table;
import io.postwatch.enrich.data.WordLists;
import io.postwatch.enrich.tokens.Phrases;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.schema.FigureKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words that tell what a number counts; read once, then only read. */
final class FigureWords {
  /** Lists of {@code words.tsv}, which says what each is for. */
  enum In {
    PERSON,
    PEOPLE,
    THING,
    OTHER,
    MEASURE,
    LABEL,
    TO_BE,
    TO_HAVE,
    WITHOUT_OBJECT,
    OBJECTS,
    ASIDE,
    CLAUSE_ENDS,
    PASSED_OVER,
    TOLL_STEPS,
    SUPPOSITIONS,
    SPEECH,
    NAMELESS,
    PHRASE_ENDS
  }

  private final Phrases<FigureKind> after = new Phrases<>();
  private final Map<String, FigureKind> before = new HashMap<>();
  private final Map<String, FigureKind> nouns = new HashMap<>();
  private final Map<In, Set<String>> lists = new EnumMap<>(In.class);

  FigureWords() {
    for (Table.Row row : Table.beside(FigureWords.class, "predicates.tsv").rows()) {
      FigureKind kind = FigureKind.valueOf(row.text(0));
      row.list(1).forEach(phrase -> after.putIfAbsent(phrase, kind));
      row.list(2).forEach(phrase -> before.putIfAbsent(phrase, kind));
      row.list(3).forEach(noun -> nouns.putIfAbsent(noun, kind));
    }
    WordLists words = WordLists.beside(FigureWords.class, "words.tsv");
    for (In list : In.values()) {
      lists.put(list, words.get(list.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }
  }

  /** Whether a word is in a list. */
  boolean is(In list, String word) {
    return lists.get(list).contains(word);
  }

  /** A plural of people, as far as the singular is listed. */
  boolean isPeople(String word) {
    return is(In.PEOPLE, word)
        || (word.endsWith("s") && is(In.PERSON, word.substring(0, word.length() - 1)));
  }

  /** Kinds by what stands after a number. */
  Phrases<FigureKind> after() {
    return after;
  }

  /** Whether what stands at a token says what the number before it counts. */
  boolean isPredicate(List<Token> tokens, int at) {
    return after.longestAt(tokens, at, any -> true).isPresent();
  }

  /** The kind that a word or phrase before a number gives it; null for none. */
  FigureKind before(String phrase) {
    return before.get(phrase);
  }

  /** The kind whose noun a word is; null for none. */
  FigureKind noun(String word) {
    return nouns.get(word);
  }
}

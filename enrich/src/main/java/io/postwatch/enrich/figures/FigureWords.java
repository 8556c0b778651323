// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.data.Table;
import io.postwatch.enrich.data.WordLists;
import io.postwatch.enrich.tokens.Phrases;
import io.postwatch.enrich.tokens.Phrases.Match;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.schema.FigureKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words that tell what a number counts; read once, then only read. */
final class FigureWords {
  /** Lists of {@code words.tsv}, which says what each is for. */
  enum In {
    PERSON,
    COLLECTIVES,
    THING,
    OTHER,
    MEASURE,
    MONTH,
    LABEL,
    SOFT_LABEL,
    ABBREVIATION,
    TO_BE,
    TO_HAVE,
    WITHOUT_OBJECT,
    ATTRIBUTIVE,
    BASE,
    OBJECTS,
    ASIDE,
    ADVERBS,
    CLAUSE_ENDS,
    OTHERS,
    PASSED_OVER,
    TOLL_STEPS,
    RISES,
    TOLLS,
    SUPPOSITIONS,
    DENIALS,
    ESCAPES,
    SAYINGS,
    COMPELLED,
    PRETENCE,
    UNDONE,
    FINDING,
    SPEECH,
    NAMELESS,
    PHRASE_ENDS,
    PARTS,
    PART_PRONOUNS,
    GRAVELY,
    LINKS,
    POSSESSIVES,
    SUMS
  }

  private final Phrases<Said> after = new Phrases<>();
  private final Map<String, List<Said>> before = new HashMap<>();
  private final Map<String, Said> nouns = new HashMap<>();
  private final Map<FigureKind, Set<String>> contexts = new EnumMap<>(FigureKind.class);
  private final Map<In, Set<String>> lists = new EnumMap<>(In.class);
  private final Lemmas lemmas;
  private final Modifiers modifiers = new Modifiers();
  private final LanguageWords languages = new LanguageWords();

  FigureWords() {
    for (Table.Row row : Table.beside(FigureWords.class, "predicates.tsv").rows()) {
      FigureKind kind = FigureKind.valueOf(row.text(0));
      row.list(1).forEach(phrase -> after.putIfAbsent(Said.words(phrase), Said.of(kind, phrase)));
      row.list(2).forEach(phrase -> before(kind, phrase));
      row.list(3).forEach(noun -> nouns.putIfAbsent(Said.words(noun), Said.of(kind, noun)));
      contexts.put(kind, Set.copyOf(row.list(4)));
    }
    WordLists words = WordLists.beside(FigureWords.class, "words.tsv");
    for (In list : In.values()) {
      lists.put(list, words.get(list.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }
    this.lemmas = new Lemmas(words.get("plurals"));
  }

  private void before(FigureKind kind, String phrase) {
    before
        .computeIfAbsent(Said.words(phrase), words -> new ArrayList<>())
        .add(Said.of(kind, phrase));
  }

  /** Whether a word is in a list. */
  boolean is(In list, String word) {
    return lists.get(list).contains(word);
  }

  Lemmas lemmas() {
    return lemmas;
  }

  LanguageWords languages() {
    return languages;
  }

  Modifiers modifiers() {
    return modifiers;
  }

  /** Whether a word means several people: a plural of a listed noun. */
  boolean isPeople(String word) {
    return lemmas.isPlural(word) && is(In.PERSON, lemmas.singular(word));
  }

  /** Whether a word means people or property, one or several. */
  boolean isCountable(String word) {
    String noun = lemmas.singular(word);
    return is(In.PERSON, noun) || is(In.THING, noun);
  }

  /** What a phrase that begins at a token says of the number before it. */
  Optional<Match<Said>> after(List<Token> tokens, int at) {
    return after.longestAt(tokens, at, any -> true);
  }

  /** Whether what stands at a token says what the number before it counts. */
  boolean isPredicate(List<Token> tokens, int at) {
    return after(tokens, at).isPresent();
  }

  /** What a word or phrase before a number may say of it; null for nothing. */
  List<Said> before(String phrase) {
    return before.get(phrase);
  }

  /** What a noun says of the number that counts it; null for nothing. */
  Said noun(String word) {
    return nouns.get(word);
  }

  /** Words that make a doubtful phrase of a kind sure. */
  Set<String> context(FigureKind kind) {
    return contexts.get(kind);
  }
}

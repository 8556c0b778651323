// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

import static io.postwatch.enrich.places.MentionFeature.*;

import io.postwatch.enrich.data.WordLists;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
import io.postwatch.enrich.tokens.Token.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the words beside a name say about it. */
final class Surroundings {
  private static final WordLists WORDS = WordLists.beside(Surroundings.class, "surroundings.tsv");
  private static final WordLists PEOPLE = WordLists.beside(Surroundings.class, "people.tsv");

  private final Set<String> firstNames = PEOPLE.get("first names");
  private final Set<String> familyNames = PEOPLE.get("family names");
  private final Set<String> namesakes = PEOPLE.get("called after places");
  private final Set<String> titles = PEOPLE.get("titles");
  private final Set<String> prepositions = WORDS.get("preposition");
  private final Set<String> ofStates = WORDS.get("of a state");
  private final Set<String> of = WORDS.get("of");
  private final Set<String> the = WORDS.get("the");
  private final Set<String> bodiesOf = WORDS.get("of before");
  private final Set<String> parts = WORDS.get("part before");
  private final Set<String> languages = WORDS.get("language");
  private final Set<String> beforeLanguages = WORDS.get("language before");
  private final Set<String> people = WORDS.get("people");
  private final Map<MentionFeature, Set<String>> after =
      Map.of(
          BEFORE_STREET, WORDS.get("street"),
          BEFORE_SCHOOL, WORDS.get("school"),
          BEFORE_BODY, WORDS.get("body"),
          BEFORE_TEAM, WORDS.get("team"),
          BEFORE_COMPANY, WORDS.get("company"),
          BEFORE_PAPER, WORDS.get("paper"),
          BEFORE_PLACE_WORD, WORDS.get("place word"));

  /** Before or after an office or body that states have and cities have not. */
  boolean isOfState(Mention mention) {
    Token after = mention.beside(1);
    Token before = mention.beside(-1);
    Token further = mention.beside(-2);
    return after != null && after.isJoined() && ofStates.contains(after.norm())
        || before != null
            && further != null
            && mention.first().isJoined()
            && before.norm().equals("of")
            && ofStates.contains(further.norm());
  }

  /** Family names that stand after a first name or a title in a text. */
  Set<String> peopleIn(List<Token> tokens) {
    Set<String> found = new HashSet<>();
    for (int i = 1; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      String before = tokens.get(i - 1).norm();
      if (isTitled(token)
          && token.border() == Border.SPACE
          && isTitled(tokens.get(i - 1))
          && (firstNames.contains(before)
              || titles.contains(before) && !followedByName(tokens, i))) {
        found.add(token.norm());
      }
    }
    return found;
  }

  private static boolean followedByName(List<Token> tokens, int i) {
    return i + 1 < tokens.size()
        && isTitled(tokens.get(i + 1))
        && tokens.get(i + 1).border() == Border.SPACE;
  }

  private static boolean isTitled(Token token) {
    return token.isWord() && token.shape() == Shape.TITLE && !token.inHashtag();
  }

  void describe(Mention mention, double[] features) {
    String norm = mention.first().norm();
    if (mention.words() == 1) {
      set(features, FIRST_NAME, firstNames.contains(norm));
      set(features, FAMILY_NAME, familyNames.contains(norm));
    }
    before(mention, features);
    after(mention, features);
  }

  private void before(Mention mention, double[] features) {
    Token first = mention.first();
    Token before = mention.beside(-1);
    if (before == null || first.border() == Border.STOP) {
      set(features, AT_START, true);
      return;
    }
    if (!first.isJoined()) {
      return;
    }
    String word = before.norm();
    set(features, AFTER_PREPOSITION, prepositions.contains(word));
    set(features, AFTER_THE, the.contains(word));
    set(features, AFTER_TITLE, titles.contains(word) && before.isCapitalised());
    boolean possessive = first.border() == Border.SPACE && first.at() - before.until() > 2;
    set(features, AFTER_POSSESSIVE, possessive);
    boolean title =
        before.shape() == Shape.TITLE && before.isWord() && !before.inHashtag() && !possessive;
    if (title && first.border() == Border.SPACE && !titles.contains(word)) {
      if (firstNames.contains(word)) {
        set(features, AFTER_FIRST_NAME, true);
      } else if (parts.contains(word)) {
        set(features, AFTER_PART, true);
      } else if (!prepositions.contains(word) && !the.contains(word) && !of.contains(word)) {
        set(features, AFTER_CAPITALISED, true);
      }
    }
    if (of.contains(word)) {
      set(features, AFTER_OF, true);
      Token further = mention.beside(-2);
      set(
          features,
          AFTER_BODY_OF,
          word.equals("of")
              && further != null
              && further.isCapitalised()
              && bodiesOf.contains(further.norm()));
    }
    Token after = mention.beside(1);
    boolean last = after == null || !after.isJoined() || !after.isWord();
    set(
        features,
        LANGUAGE,
        features[DEMONYM.ordinal()] > 0
            && (beforeLanguages.contains(word) || word.equals("in") && last));
  }

  private void after(Mention mention, double[] features) {
    Token after = mention.beside(1);
    if (after == null || !after.isJoined() || !after.isWord()) {
      return;
    }
    String word = after.norm();
    set(features, BEFORE_LOWER_CASE, after.shape() == Shape.LOWER);
    set(
        features,
        BEFORE_POSSESSIVE,
        after.at() - mention.last().until() > 2 && after.border() == Border.SPACE);
    if (features[DEMONYM.ordinal()] > 0) {
      set(features, LANGUAGE, languages.contains(word) || features[LANGUAGE.ordinal()] > 0);
      set(features, DEMONYM_BEFORE_PEOPLE, people.contains(word));
    }
    if (!after.isCapitalised() || after.border() != Border.SPACE || after.inHashtag()) {
      return;
    }
    boolean known = false;
    for (Map.Entry<MentionFeature, Set<String>> kind : this.after.entrySet()) {
      if (kind.getValue().contains(word)) {
        set(features, kind.getKey(), true);
        known = true;
      }
    }
    boolean person = familyNames.contains(word) || firstNames.contains(word);
    boolean name = !known && after.shape() == Shape.TITLE && !titles.contains(word);
    set(features, BEFORE_FAMILY_NAME, person);
    set(features, BEFORE_CAPITALISED, name && !person);
    set(
        features,
        NAMESAKE_BEFORE_CAPITALISED,
        name && mention.words() == 1 && namesakes.contains(mention.first().norm()));
  }

  private static void set(double[] features, MentionFeature feature, boolean holds) {
    if (holds) {
      features[feature.ordinal()] = 1;
    }
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

import io.postwatch.enrich.data.WordLists;
import io.postwatch.enrich.tokens.PostText;
import java.util.Set;
import java.util.stream.Collectors;

/** Words and endings by which Russian and Ukrainian names are known; a list of our own. */
final class CyrillicWords {
  /** What may follow the stem of a given name: Иван, Ивана, Ивану, Иваном. */
  private static final int LONGEST_CASE_ENDING = 3;

  private final Set<String> givenNames;
  private final Set<String> caseEndings;
  private final Set<String> familyEndings;
  private final Set<String> sureEndings;
  private final Set<String> patronymicEndings;
  private final Set<String> adjectiveEndings;
  private final Set<String> titles;
  private final Set<String> bodies;
  private final Set<String> legalForms;
  private final Set<String> regions;
  private final Set<String> kinds;

  private CyrillicWords(WordLists lists) {
    givenNames = norms(lists.get("given names, without their last vowel"));
    caseEndings = norms(lists.get("case endings"));
    familyEndings = norms(lists.get("family endings"));
    sureEndings = norms(lists.get("sure family endings"));
    patronymicEndings = norms(lists.get("patronymic endings"));
    adjectiveEndings = norms(lists.get("adjective endings"));
    titles = norms(lists.get("titles"));
    bodies = norms(lists.get("bodies"));
    legalForms = norms(lists.get("legal forms"));
    regions = norms(lists.get("regions"));
    kinds = norms(lists.get("kinds of place"));
  }

  static CyrillicWords load() {
    return new CyrillicWords(WordLists.beside(CyrillicWords.class, "cyrillic.tsv"));
  }

  /** In the form in which tokens are compared: й is и there, and ё е. */
  private static Set<String> norms(Set<String> words) {
    return words.stream()
        .map(word -> PostText.of(word).tokens().get(0).norm())
        .collect(Collectors.toUnmodifiableSet());
  }

  static boolean isCyrillic(int c) {
    return Character.UnicodeBlock.of(c) == Character.UnicodeBlock.CYRILLIC;
  }

  boolean isOfPerson(String word) {
    return !titles.contains(word)
        && (isGivenName(word) || isPatronymic(word) || isFamilyName(word));
  }

  boolean isGivenName(String word) {
    if (givenNames.contains(word)) {
      return true;
    }
    for (int cut = 1; cut <= LONGEST_CASE_ENDING && cut < word.length() - 1; cut++) {
      int stem = word.length() - cut;
      if (caseEndings.contains(word.substring(stem))
          && givenNames.contains(word.substring(0, stem))) {
        return true;
      }
    }
    return false;
  }

  boolean isFamilyName(String word) {
    return endsWith(word, familyEndings, 2) || isSurelyFamilyName(word);
  }

  boolean isSurelyFamilyName(String word) {
    return endsWith(word, sureEndings, 3);
  }

  boolean isPatronymic(String word) {
    return endsWith(word, patronymicEndings, 3);
  }

  boolean isAdjective(String word) {
    return endsWith(word, adjectiveEndings, 3);
  }

  private static boolean endsWith(String word, Set<String> endings, int leastStem) {
    for (int at = word.length() - 1; at >= leastStem; at--) {
      if (endings.contains(word.substring(at)) && word.length() - at >= 2) {
        return true;
      }
      if (word.length() - at > 8) {
        return false;
      }
    }
    return false;
  }

  boolean isTitle(String word) {
    return titles.contains(word);
  }

  boolean isBody(String word) {
    return bodies.contains(word);
  }

  boolean isLegalForm(String word) {
    return legalForms.contains(word);
  }

  boolean isRegion(String word) {
    return regions.contains(word);
  }

  boolean isKindOfPlace(String word) {
    return kinds.contains(word);
  }
}

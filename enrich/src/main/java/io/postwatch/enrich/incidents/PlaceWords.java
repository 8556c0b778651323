// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.incidents;

import io.postwatch.enrich.data.WordLists;
import java.util.Set;

/** The words that say what a place is to what happens. */
final class PlaceWords {
  private static final WordLists LISTS = WordLists.beside(PlaceWords.class, "words.tsv");

  static final PlaceWords WORDS = new PlaceWords();

  final Set<String> at = LISTS.get("at");
  final Set<String> origin = LISTS.get("origin");
  final Set<String> destination = LISTS.get("destination");
  final Set<String> arrives = LISTS.get("arrives");
  final Set<String> cause = LISTS.get("cause");
  final Set<String> between = LISTS.get("between");
  final Set<String> of = LISTS.get("of");
  final Set<String> passedOver = LISTS.get("passed over");
  final Set<String> speech = LISTS.get("speech");
  final Set<String> tells = LISTS.get("tells");
  final Set<String> offices = LISTS.get("offices");
  final Set<String> actors = LISTS.get("actors");
  final Set<String> beforeActors = LISTS.get("before actors");
  final Set<String> sites = LISTS.get("sites");
  final Set<String> agencies = LISTS.get("agencies");
  final Set<String> and = LISTS.get("and");
  final Set<String> more = LISTS.get("more");
  final Set<String> clauses = LISTS.get("clauses");

  /** True for words that, beside a number, do not say of what it is. */
  boolean isSilent(String norm) {
    return isSmall(norm) || and.contains(norm) || more.contains(norm);
  }

  /** True for words that make no distance. */
  boolean isSmall(String norm) {
    return at.contains(norm) || of.contains(norm) || passedOver.contains(norm);
  }
}

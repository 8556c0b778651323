// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

import java.util.Set;

/**
 * A name in the gazetteer.
 *
 * @param place what it means; null for a longer name that merely contains a place's
 * @param sort what sort of name it is
 * @param cautions what else it may be
 */
record PlaceName(Place place, Sort sort, Set<Caution> cautions) {

  static final PlaceName NO_PLACE = new PlaceName(null, Sort.ENGLISH, Set.of());

  /** Sorts of names, with the share of their uses in news posts that mean the place (estimate). */
  enum Sort {
    ENGLISH(0.95),
    FOREIGN(0.85),
    CAPITAL(0.85),
    FOREIGN_CAPITAL(0.8),
    DEMONYM(0.6);

    final double confidence;

    Sort(double confidence) {
      this.confidence = confidence;
    }
  }

  /** What else a name may be; the table {@code cautions.tsv} says which names. */
  enum Caution {
    /** A word: a capital letter is asked for. */
    WORD,
    /** A person's name: the words beside it are looked at. */
    NAME,
    /** Letters: asked for in capitals, where not everything around is. */
    ACRONYM,
    /** More often something else. */
    UNSURE,
    /** Never meant. */
    DROPPED
  }

  boolean is(Caution caution) {
    return cautions.contains(caution);
  }

  boolean isPlace() {
    return place != null;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.incidents;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells which one place a text is about: where things happen, named most, surest, named first. */
final class MainPlace {
  private MainPlace() {}

  /** The main place; empty where none counts. */
  static Optional<NamedPlace> of(List<NamedPlace> places) {
    Map<String, Integer> times = new HashMap<>();
    places.stream()
        .filter(MainPlace::isWhere)
        .forEach(place -> times.merge(place.key(), 1, Integer::sum));
    return places.stream()
        .filter(NamedPlace::isCountable)
        .min(
            Comparator.comparingInt((NamedPlace place) -> rank(place))
                .thenComparing(place -> -times.getOrDefault(place.key(), 0))
                .thenComparing(place -> -sureness(place))
                .thenComparing(NamedPlace::from));
  }

  private static boolean isWhere(NamedPlace place) {
    return place.ofAll() || place.role().isWhere();
  }

  /** In quarters: a place is not the main one for being a hair surer than one named before. */
  private static long sureness(NamedPlace place) {
    return Math.round(4 * place.mention().getConfidence());
  }

  private static int rank(NamedPlace place) {
    if (isWhere(place)) {
      return 0;
    }
    return place.role() == PlaceRole.ACTOR || place.role() == PlaceRole.DATELINE ? 2 : 1;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.incidents;

import io.postwatch.schema.PlaceMention;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells which one place a text is about: where things happen, named most, surest, named first. */
final class MainPlace {
  private static final int ACTING = 2;
  private static final Set<String> TOWNS = Set.of("CITY", "CAPITAL");

  private MainPlace() {}

  /** The main place; empty where none counts. */
  static Optional<NamedPlace> of(List<NamedPlace> places) {
    Map<String, Integer> times = new HashMap<>();
    places.stream()
        .filter(MainPlace::isWhere)
        .forEach(place -> times.merge(place.key(), 1, Integer::sum));
    return places.stream()
        .filter(NamedPlace::isCountable)
        .filter(place -> !isTownThatSpeaks(place))
        .min(
            Comparator.comparingInt((NamedPlace place) -> rank(place))
                .thenComparing(place -> -times.getOrDefault(place.key(), 0))
                .thenComparing(place -> -sureness(place))
                .thenComparing(NamedPlace::from));
  }

  /** Experts in Nairobi warn of things elsewhere; what a state says is mostly of itself. */
  private static boolean isTownThatSpeaks(NamedPlace place) {
    return rank(place) == ACTING && isTown(place.mention());
  }

  static boolean isTown(PlaceMention place) {
    return TOWNS.contains(place.getKind());
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
    return place.role() == PlaceRole.ACTOR || place.role() == PlaceRole.DATELINE ? ACTING : 1;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.incidents;

import java.util.List;

/**
 * Places that a text names together, as in "Paris, Lyon and Marseille".
 *
 * @param places all of them, at least one
 * @param innermost those that count, without the countries and provinces around others: "Houston,
 *     Texas"
 */
record PlaceGroup(List<NamedPlace> places, List<NamedPlace> innermost) {
  static PlaceGroup of(List<NamedPlace> places) {
    List<NamedPlace> innermost =
        places.stream()
            .filter(NamedPlace::isCountable)
            .filter(outer -> places.stream().noneMatch(outer::isAround))
            .toList();
    return new PlaceGroup(List.copyOf(places), innermost);
  }

  int from() {
    return places.get(0).from();
  }

  int to() {
    return places.get(places.size() - 1).to();
  }

  PlaceRole role() {
    return places.get(0).role();
  }

  boolean isInSentence() {
    return places.get(0).inSentence();
  }

  boolean isAround(PlaceGroup other) {
    return places.stream().anyMatch(place -> other.places.stream().anyMatch(place::isAround));
  }
}

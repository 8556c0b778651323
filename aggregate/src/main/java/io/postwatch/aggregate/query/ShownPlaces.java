// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import io.postwatch.aggregate.state.LocalState;
import io.postwatch.aggregate.view.MetPlace;
import io.postwatch.aggregate.view.ViewReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Names and coordinates of places as the incidents at them have them. */
public record ShownPlaces(Shown shown) implements PlaceNames {
  @Override
  public Map<String, KnownPlace> of(Set<String> places, LocalState state) {
    ViewReader view = shown.in(state);
    Map<String, KnownPlace> known = new HashMap<>();
    for (String place : places) {
      if (!place.isEmpty()) {
        view.place(place).ifPresent(met -> known.put(place, known(met)));
      }
    }
    return known;
  }

  private static KnownPlace known(MetPlace met) {
    return new KnownPlace(met.name(), met.country(), met.latitude(), met.longitude(), met.kind());
  }
}

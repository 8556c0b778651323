// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import io.postwatch.aggregate.state.LocalState;
import java.util.Map;
import java.util.Set;

/** Where the names and coordinates of places come from. */
@FunctionalInterface
public interface PlaceNames {
  /** Names as the counts themselves have them, and nothing else. */
  PlaceNames NONE = (places, state) -> Map.of();

  /** What this instance knows of some of these places, by their ids or country codes. */
  Map<String, KnownPlace> of(Set<String> places, LocalState state);
}

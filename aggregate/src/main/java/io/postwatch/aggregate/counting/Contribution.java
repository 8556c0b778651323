// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

import java.util.OptionalLong;
import java.util.Set;

/**
 * What one post adds to one count.
 *
 * @param sightings in how many articles it was seen; 0: it is not counted
 * @param authors who wrote it: one, unless articles disagree; none when not known
 * @param outlets who showed it
 * @param text what it says; empty when it is not counted
 */
public record Contribution(int sightings, Set<Long> authors, Set<Long> outlets, OptionalLong text) {
  static final Contribution NONE = new Contribution(0, Set.of(), Set.of(), OptionalLong.empty());

  boolean isNone() {
    return sightings == 0;
  }

  int posts() {
    return isNone() ? 0 : 1;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.incidents;

import io.postwatch.schema.PlaceMention;

/**
 * A place as it stands in a text.
 *
 * @param from index of its first token
 * @param to one past the index of its last token
 * @param ofAll true for a hashtag before or after all that a post says, which is about all of it
 * @param inSentence false for a hashtag that is part of no sentence
 */
record NamedPlace(
    PlaceMention mention, int from, int to, PlaceRole role, boolean ofAll, boolean inSentence) {
  String key() {
    return CountablePlaces.key(mention);
  }

  boolean isCountable() {
    return CountablePlaces.isCountable(mention);
  }

  boolean isAround(NamedPlace other) {
    return CountablePlaces.isInside(other.mention, mention);
  }
}

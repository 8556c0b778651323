// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import io.postwatch.aggregate.search.Hit;
import java.util.List;
import java.util.Optional;

/** The place of a thing as a page's cursor has it. */
public final class HitPosition {
  private HitPosition() {}

  /**
   * Reads what {@link #words} wrote.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Hit.Place of(List<String> words) {
    if (words.size() != 2) {
      throw new IllegalArgumentException("expected a value and a tie");
    }
    return new Hit.Place(Long.parseLong(words.get(0)), Long.parseLong(words.get(1)));
  }

  static List<String> words(Optional<Hit.Place> place) {
    return place
        .map(next -> List.of(Long.toString(next.value()), Long.toString(next.tie())))
        .orElse(List.of());
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import io.postwatch.aggregate.search.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list, in the order of the things' places.
 *
 * @param next the place after which the list goes on; empty where it ends
 */
public record Finds<T>(List<T> items, Optional<Hit.Place> next) {
  public Finds {
    items = List.copyOf(items);
  }

  /**
   * The first {@code limit} of what several instances have found, each of which was asked for as
   * many.
   *
   * @param place where a thing stands
   */
  public static <T> Finds<T> merged(List<Finds<T>> pages, Function<T, Hit.Place> place, int limit) {
    // Beyond where one of them broke off there may be more of its things.
    Optional<Hit.Place> known =
        pages.stream().flatMap(page -> page.next().stream()).min(Comparator.naturalOrder());
    List<T> all = new ArrayList<>();
    for (Finds<T> page : pages) {
      for (T item : page.items()) {
        if (known.isEmpty() || place.apply(item).compareTo(known.get()) <= 0) {
          all.add(item);
        }
      }
    }
    all.sort(Comparator.comparing(place));
    if (all.size() <= limit) {
      return new Finds<>(all, known);
    }
    return new Finds<>(all.subList(0, limit), Optional.of(place.apply(all.get(limit - 1))));
  }
}

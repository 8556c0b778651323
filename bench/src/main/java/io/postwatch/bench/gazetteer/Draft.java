// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.gazetteer;

import io.postwatch.enrich.gazetteer.NameRank;
import io.postwatch.enrich.gazetteer.PlaceKind;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A place in the making, which names are added to.
 *
 * @param kind what it is
 * @param name usual English name
 * @param geonameId GeoNames id; 0 where it has none here
 * @param area what it is or lies in
 * @param point where it is
 * @param population people
 * @param fame in how many other spellings and languages GeoNames has its name
 * @param names the words of its names, with a space between, and what sort of name each is
 */
record Draft(
    PlaceKind kind,
    String name,
    long geonameId,
    Area area,
    Point point,
    long population,
    int fame,
    Map<String, NameRank> names) {

  /** By country, division, kind and name, so that neighbours in the file are alike. */
  static final Comparator<Draft> ORDER =
      Comparator.comparing((Draft place) -> place.area.country())
          .thenComparing(place -> place.area.admin1())
          .thenComparing(place -> place.area.admin2())
          .thenComparing(Draft::kind)
          .thenComparing(Draft::name)
          .thenComparing(Draft::geonameId)
          .thenComparing(place -> place.point.latitude());

  private static final int SHORTEST_ALTERNATE = 3;

  /** A place that goes by no name yet. */
  static Draft of(
      PlaceKind kind,
      String name,
      long geonameId,
      Area area,
      Point point,
      long population,
      int fame) {
    return new Draft(kind, name, geonameId, area, point, population, fame, new LinkedHashMap<>());
  }

  /** Adds a name; where the place has it already, the usual sort of name holds. */
  void call(String name, NameRank rank) {
    for (String spelling : Spelling.of(name)) {
      if (rank != NameRank.ALTERNATE || spelling.length() >= SHORTEST_ALTERNATE) {
        names.merge(spelling, rank, (one, other) -> one.compareTo(other) < 0 ? one : other);
      }
    }
  }

  /** Takes names in other languages away. */
  void dropAlternates(Predicate<String> dropped) {
    names
        .entrySet()
        .removeIf(name -> name.getValue() == NameRank.ALTERNATE && dropped.test(name.getKey()));
  }

  /** Adds names. */
  void call(Collection<String> names, NameRank rank) {
    names.forEach(name -> call(name, rank));
  }
}

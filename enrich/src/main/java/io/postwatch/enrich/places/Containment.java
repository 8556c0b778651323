// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

import io.postwatch.enrich.gazetteer.Gazetteer;
import io.postwatch.enrich.gazetteer.PlaceKind;

/** Which places lie in which, and how far apart they are. */
final class Containment {
  private static final double DEGREE_KM = 111.2;

  private Containment() {}

  /** True where a country, state or county holds another place. */
  static boolean contains(Gazetteer gazetteer, int outer, int inner) {
    if (outer == inner) {
      return false;
    }
    return switch (gazetteer.kind(outer)) {
      case COUNTRY ->
          gazetteer.kind(inner) != PlaceKind.COUNTRY
              && gazetteer.countryNumber(inner) == gazetteer.countryNumber(outer);
      case ADMIN1 -> gazetteer.admin1(inner) == outer;
      case ADMIN2 -> gazetteer.admin2(inner) == outer;
      // England, Chechnya: no divisions of the gazetteer, so nearness must do.
      case REGION ->
          gazetteer.countryNumber(outer) >= 0
              && gazetteer.kind(inner).isTown()
              && gazetteer.countryNumber(inner) == gazetteer.countryNumber(outer)
              && kilometres(gazetteer, outer, inner) < 400;
      default -> false;
    };
  }

  /** The first-level division a place is or lies in; -1 for none. */
  static int division(Gazetteer gazetteer, int place) {
    return gazetteer.kind(place) == PlaceKind.ADMIN1 ? place : gazetteer.admin1(place);
  }

  /** Kilometres between two places, right to a hundredth where they are near. */
  static double kilometres(Gazetteer gazetteer, int one, int other) {
    double north = gazetteer.latitude(one) - gazetteer.latitude(other);
    double east = Math.abs(gazetteer.longitude(one) - gazetteer.longitude(other));
    double middle = (gazetteer.latitude(one) + gazetteer.latitude(other)) / 2;
    double shrunk = Math.min(east, 360 - east) * Math.cos(Math.toRadians(middle));
    return DEGREE_KM * Math.sqrt(north * north + shrunk * shrunk);
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

import io.postwatch.schema.IncidentPlace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A place for which an incident counts.
 *
 * @param place GeoNames id or ISO 3166-1 alpha-2 country code; empty: all places
 * @param name usual English name; null for all places or where none is known
 */
public record PlaceRollUp(String place, String name) {
  public static final PlaceRollUp EVERYWHERE = new PlaceRollUp("", null);

  private static final Map<String, String> COUNTRIES = countries();

  /**
   * All places, the country, and the place itself: an incident counts once for each. A country has
   * its code only: under its GeoNames id as well it would stand in every table twice.
   */
  public static List<PlaceRollUp> of(Optional<IncidentPlace> place) {
    List<PlaceRollUp> rollUps = new ArrayList<>(3);
    rollUps.add(EVERYWHERE);
    place.ifPresent(named -> add(named, rollUps));
    return rollUps;
  }

  private static void add(IncidentPlace place, List<PlaceRollUp> rollUps) {
    String country = place.getCountry();
    if (country != null) {
      rollUps.add(new PlaceRollUp(country, COUNTRIES.get(country)));
    }
    if (place.getGeonameId() != null && (country == null || !place.getKind().equals("COUNTRY"))) {
      rollUps.add(
          new PlaceRollUp(Long.toString(place.getGeonameId()), Brief.text(place.getName(), 200)));
    }
  }

  // Every pair of letters, not Locale.getISOCountries: that lacks XK, which Kosovo goes by.
  private static Map<String, String> countries() {
    Map<String, String> names = new HashMap<>();
    for (char first = 'A'; first <= 'Z'; first++) {
      for (char second = 'A'; second <= 'Z'; second++) {
        String code = "" + first + second;
        String name =
            new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
        if (!name.equals(code)) {
          names.put(code, name);
        }
      }
    }
    return Map.copyOf(names);
  }
}

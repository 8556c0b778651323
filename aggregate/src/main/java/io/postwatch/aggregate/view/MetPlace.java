// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.view;

import io.postwatch.aggregate.counting.Brief;
import io.postwatch.aggregate.counting.PlaceRollUp;
import io.postwatch.aggregate.state.StateReader;
import io.postwatch.aggregate.state.StateWriter;
import io.postwatch.schema.IncidentPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place at which something was reported.
 *
 * @param place GeoNames id, or ISO 3166-1 alpha-2 code of a country
 * @param name usual English name; null where none is known
 * @param country code of the country that it is or lies in; null where not known
 * @param latitude WGS 84, degrees north; null where not known
 * @param longitude WGS 84, degrees east; null where not known
 * @param kind COUNTRY, CAPITAL, CITY, ADMIN, REGION or OTHER
 */
public record MetPlace(
    String place, String name, String country, Double latitude, Double longitude, String kind) {
  private static final byte VERSION = 1;
  private static final String COUNTRY = "COUNTRY";
  private static final int LONGEST_NAME = 200;

  /** The places for which an incident at one counts, null for none; not all places together. */
  static List<MetPlace> of(IncidentPlace place) {
    List<MetPlace> met = new ArrayList<>(2);
    for (PlaceRollUp counted : PlaceRollUp.of(Optional.ofNullable(place))) {
      if (!counted.equals(PlaceRollUp.EVERYWHERE)) {
        boolean isCountry = counted.place().equals(place.getCountry());
        met.add(isCountry ? country(counted, place) : place(counted, place));
      }
    }
    return met;
  }

  private static MetPlace place(PlaceRollUp counted, IncidentPlace place) {
    return new MetPlace(
        counted.place(),
        counted.name(),
        place.getCountry(),
        place.getLatitude(),
        place.getLongitude(),
        Brief.text(place.getKind(), LONGEST_NAME));
  }

  // Where a country lies is known from an incident at the country itself.
  private static MetPlace country(PlaceRollUp counted, IncidentPlace place) {
    boolean isItself = place.getKind().equals(COUNTRY);
    String name =
        counted.name() == null && isItself
            ? Brief.text(place.getName(), LONGEST_NAME)
            : counted.name();
    return new MetPlace(
        counted.place(),
        name,
        counted.place(),
        isItself ? place.getLatitude() : null,
        isItself ? place.getLongitude() : null,
        COUNTRY);
  }

  boolean isLocated() {
    return latitude != null && longitude != null;
  }

  byte[] bytes() {
    StateWriter out = new StateWriter(VERSION);
    out.text(place);
    out.textOrNull(name);
    out.textOrNull(country);
    out.flag(isLocated());
    if (isLocated()) {
      out.fingerprints(Double.doubleToLongBits(latitude), Double.doubleToLongBits(longitude));
    }
    out.text(kind);
    return out.toBytes();
  }

  static MetPlace read(byte[] bytes) {
    StateReader in = new StateReader("a place", bytes, VERSION);
    String place = in.text();
    String name = in.textOrNull();
    String country = in.textOrNull();
    Double latitude = null;
    Double longitude = null;
    if (in.flag()) {
      long[] degrees = in.fingerprints(2);
      latitude = Double.longBitsToDouble(degrees[0]);
      longitude = Double.longBitsToDouble(degrees[1]);
    }
    return new MetPlace(place, name, country, latitude, longitude, in.text());
  }
}

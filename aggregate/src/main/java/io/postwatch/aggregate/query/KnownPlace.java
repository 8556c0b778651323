// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

/**
 * What is known of a place.
 *
 * @param name usual English name; null where unknown, as are the others
 * @param country ISO 3166-1 alpha-2
 * @param latitude degrees
 * @param longitude degrees
 * @param kind COUNTRY, CAPITAL, CITY, ADMIN, REGION or OTHER
 */
public record KnownPlace(
    String name, String country, Double latitude, Double longitude, String kind) {
  private static final int CODE = 2;

  /** What its code tells of it. */
  static KnownPlace named(String place, String name) {
    boolean isCountry = place.length() == CODE;
    return new KnownPlace(
        name, isCountry ? place : null, null, null, isCountry ? "COUNTRY" : "OTHER");
  }

  /** The one that has coordinates, else that which has a name. */
  static KnownPlace better(KnownPlace one, KnownPlace other) {
    return other != null && (one == null || rank(other) > rank(one)) ? other : one;
  }

  private static int rank(KnownPlace place) {
    return (place.latitude == null ? 0 : 2) + (place.name == null ? 0 : 1);
  }
}

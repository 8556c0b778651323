// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

/**
 * A country or capital.
 *
 * @param geonameId GeoNames id; null for countries
 * @param name usual English name
 * @param country ISO 3166-1 alpha-2 code
 * @param latitude WGS 84, degrees north; null for countries, whose middle nobody means
 * @param longitude WGS 84, degrees east; null for countries
 * @param kind what it is
 */
record Place(
    Long geonameId, String name, String country, Double latitude, Double longitude, Kind kind) {

  enum Kind {
    COUNTRY,
    CAPITAL
  }

  static Place country(String code, String name) {
    return new Place(null, name, code, null, null, Kind.COUNTRY);
  }
}

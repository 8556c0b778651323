// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.gazetteer;

/**
 * A place.
 *
 * @param id its number in the gazetteer
 * @param geonameId GeoNames id; null where it has none here
 * @param name usual English name
 * @param kind what it is
 * @param country ISO 3166-1 alpha-2 code; null for what lies in no single country
 * @param admin1 name of the first-level division it lies in; null where unknown
 * @param latitude WGS 84, degrees north
 * @param longitude WGS 84, degrees east
 * @param population people; rounded for countries and regions
 */
public record Place(
    int id,
    Long geonameId,
    String name,
    PlaceKind kind,
    String country,
    String admin1,
    double latitude,
    double longitude,
    long population) {}

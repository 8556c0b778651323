// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.gazetteer;

/** What a place is; the order is that of the numbers in the file. */
public enum PlaceKind {
  /** A continent, sea, or land that is no country or province of its own. */
  REGION("REGION"),
  COUNTRY("COUNTRY"),
  CAPITAL("CAPITAL"),
  CITY("CITY"),
  /** A state, province or oblast. */
  ADMIN1("ADMIN"),
  /** A county or district. */
  ADMIN2("ADMIN"),
  /** A part of a town. */
  DISTRICT("CITY"),
  /** A square, airport or building. */
  SITE("OTHER");

  private final String published;

  PlaceKind(String published) {
    this.published = published;
  }

  /** Its name in published records. */
  public String published() {
    return published;
  }

  /** True for a town or part of one. */
  public boolean isTown() {
    return this == CAPITAL || this == CITY || this == DISTRICT;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.gazetteer;

/**
 * What a place is or lies in, by GeoNames' codes; empty where unknown.
 *
 * @param country ISO 3166-1 alpha-2
 * @param admin1 the first-level division
 * @param admin2 the second-level division
 */
record Area(String country, String admin1, String admin2) {
  private static final Area NONE = new Area("", "", "");

  /** An area by codes with full stops between, as in GeoNames' tables: US, US.TX, US.TX.201. */
  static Area of(String code) {
    String[] parts = code.split("\\.", 3);
    return code.isEmpty()
        ? NONE
        : new Area(parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
  }

  /** The code of its first-level division. */
  String first() {
    return country + "." + admin1;
  }

  /** The code of its second-level division. */
  String second() {
    return first() + "." + admin2;
  }
}

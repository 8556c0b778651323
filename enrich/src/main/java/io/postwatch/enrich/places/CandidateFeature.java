// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

/** What speaks for or against one of the places of a name; weights in {@code weights.tsv}. */
public enum CandidateFeature {
  /** Logarithm of the people. */
  PEOPLE,
  /** Logarithm of the number of other names: what is spoken of abroad has many. */
  FAME,
  /** The two above where few other names say anything. */
  PEOPLE_ALONE,
  FAME_ALONE,
  CAPITAL_ALONE,
  COUNTRY_ALONE,
  COUNTRY,
  REGION,
  ADMIN1,
  ADMIN2,
  CAPITAL,
  DISTRICT,
  SITE,
  OTHER_NAME,
  /** The most people of all places of the name. */
  LARGEST,
  /** It lies in the place named after the comma. */
  IN_PARENT,
  /** The place named before the comma lies in it. */
  IS_PARENT,
  /** It does not, though another candidate does. */
  NOT_IN_PARENT,
  SAME_ADMIN1,
  SAME_COUNTRY,
  NEAR,
  /** A state or county that shares its name with a large town of its country: New York. */
  STATE_BESIDE_CITY,
  /** A state before or after words such as "Gov." */
  STATE_OF_OFFICE,
  /** The outlet is of its country. */
  OUTLET,
}

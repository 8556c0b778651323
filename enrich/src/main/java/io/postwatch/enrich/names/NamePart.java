// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

/** What lists of names know of a word or phrase; each is one bit of a number, in this order. */
public enum NamePart {
  PERSON,
  LOCATION,
  ORGANIZATION,
  WORK,
  GIVEN_NAME,
  OFTEN_GIVEN_NAME,
  FAMILY_NAME,
  OFTEN_FAMILY_NAME,
  LOCATION_PART,
  ORGANIZATION_PART,
  WELL_KNOWN_LOCATION,
  NATIONALITY,
  PROFESSION,
  PRODUCT,
  EVENT;

  /** The bit of this part. */
  public int bit() {
    return 1 << ordinal();
  }
}

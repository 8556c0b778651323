// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

/**
 * The noun that a quantity counts.
 *
 * @param unit the noun in the singular, in lower case; "people" where it is left out
 * @param sort what it is
 * @param head index of the noun; -1 where it is left out
 * @param to one past the index of the last token of its noun phrase, "of ..." included
 */
record Counted(String unit, Sort sort, int head, int to) {

  /** What a noun is. */
  enum Sort {
    PEOPLE,
    THING,
    OTHER,
    /** A noun that no list knows; people, if anything. */
    UNKNOWN,
    /** The noun is left out. */
    NONE
  }

  static final String PEOPLE = "people";

  /** Nothing: the verb or the end comes first. */
  static Counted none(int to) {
    return new Counted(PEOPLE, Sort.NONE, -1, to);
  }

  boolean isNamed() {
    return sort == Sort.PEOPLE || sort == Sort.THING;
  }

  Counted as(Counted other) {
    return new Counted(other.unit, other.sort, head, to);
  }
}

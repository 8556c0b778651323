// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.schema.FigureKind;

/**
 * What the words around a quantity say that it counts.
 *
 * @param kind what it counts; null when they do not say
 * @param counted the noun that it counts
 * @param way how they say it
 */
record Claim(FigureKind kind, Counted counted, Way way) {

  /** How a kind was found. */
  enum Way {
    /** By what follows: two people were killed. */
    AFTER,
    /** By what stands before: killed two people. */
    BEFORE,
    /** By the noun: two deaths. */
    NOUN,
    /** By the quantity after or before it in an enumeration. */
    LIST,
    NONE
  }

  /** Property is destroyed, people are killed; animals and missiles are not counted at all. */
  static boolean fits(FigureKind kind, Counted counted) {
    return switch (counted.sort()) {
      case THING -> kind == FigureKind.DAMAGED;
      case OTHER -> false;
      case NONE -> true;
      case PEOPLE -> kind != FigureKind.DAMAGED;
    };
  }

  boolean isKnown() {
    return kind != null;
  }
}

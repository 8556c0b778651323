// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.schema.FigureKind;

/**
 * What the words around a quantity say that it counts.
 *
 * @param kind what it counts; null when they do not say
 * @param also what else it counts: "killed and wounded scores"; null for nothing
 * @param counted the noun that it counts
 * @param way how they say it
 */
record Claim(FigureKind kind, FigureKind also, Counted counted, Way way) {

  /** How a kind was found. */
  enum Way {
    /** By what follows: two people were killed. */
    AFTER,
    /** By what stands before: killed two people. */
    BEFORE,
    /** By the noun: two deaths. */
    NOUN,
    /** By a heading or count: killed: 12; the death toll rises to 12. */
    LABEL,
    /** As one part of another: two were among the five killed. */
    AMONG,
    /** By the quantity after or before it in an enumeration. */
    LIST,
    NONE
  }

  static Claim of(FigureKind kind, Counted counted, Way way) {
    return new Claim(kind, null, counted, way);
  }

  static Claim none(Counted counted) {
    return new Claim(null, null, counted, Way.NONE);
  }

  /** Property is destroyed, people are killed; animals and missiles are not counted at all. */
  static boolean fits(FigureKind kind, Counted counted) {
    return switch (counted.sort()) {
      case THING -> kind == FigureKind.DAMAGED;
      case OTHER -> false;
      case NONE -> true;
      case PEOPLE, UNKNOWN -> kind != FigureKind.DAMAGED;
    };
  }

  boolean isKnown() {
    return kind != null;
  }

  Claim counting(Counted other) {
    return new Claim(kind, also, other, way);
  }
}

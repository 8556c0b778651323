// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.schema.FigureKind;

/**
 * What a word or phrase beside a number says of it.
 *
 * @param kind what the number counts
 * @param strength what it takes to believe it
 */
record Said(FigureKind kind, Strength strength) {

  /** What it takes to believe a phrase. */
  enum Strength {
    /** Nothing more. */
    SURE,
    /** Another word of the same matter in the text: gathered, beside protests. */
    IN_CONTEXT,
    /** A noun that is known to be people or property: held two journalists, not two talks. */
    WITH_NOUN
  }

  /** Reads a phrase of the table, whose mark for its strength is its last character. */
  static Said of(FigureKind kind, String phrase) {
    return switch (phrase.charAt(phrase.length() - 1)) {
      case '?' -> new Said(kind, Strength.IN_CONTEXT);
      case '!' -> new Said(kind, Strength.WITH_NOUN);
      default -> new Said(kind, Strength.SURE);
    };
  }

  /** A phrase of the table without its mark. */
  static String words(String phrase) {
    return phrase.endsWith("?") || phrase.endsWith("!")
        ? phrase.substring(0, phrase.length() - 1)
        : phrase;
  }
}

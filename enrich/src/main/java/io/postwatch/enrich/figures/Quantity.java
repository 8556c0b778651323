// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.schema.FigureModifier;

/**
 * A number in a text with the words that bound it.
 *
 * @param from index of its first token, modifiers included
 * @param to one past the index of its last token, modifiers included
 * @param number index of the first token of the number itself
 * @param noun index of the token where the noun that it counts would begin
 * @param count the number, or the lower end of a range
 * @param upper the upper end of a range; null without one
 * @param modifier how it is bound
 * @param form how it is written
 */
record Quantity(
    int from,
    int to,
    int number,
    int noun,
    long count,
    Long upper,
    FigureModifier modifier,
    Form form) {

  /** How a quantity is written. */
  enum Form {
    NUMBER,
    /** Digits with a plus sign after them: 100+. */
    PLUS,
    /** "A man": its tokens reach to the noun. */
    ARTICLE
  }

  /** A bare number of tokens. */
  static Quantity exact(int from, int to, long count) {
    return new Quantity(from, to, from, to, count, null, FigureModifier.EXACT, Form.NUMBER);
  }

  /** The least that a word like "dozens" stands for. */
  static Quantity atLeast(int from, int to, long count) {
    return exact(from, to, count).bound(FigureModifier.AT_LEAST);
  }

  /** One person, or a couple: an article up to its noun. */
  static Quantity article(int from, int noun, long count) {
    return new Quantity(
        from, noun + 1, from, noun, count, null, FigureModifier.EXACT, Form.ARTICLE);
  }

  boolean isArticle() {
    return form == Form.ARTICLE;
  }

  /** The same in other bounds; a range stays one. */
  Quantity bound(FigureModifier bound) {
    return new Quantity(
        from, to, number, noun, count, upper, upper == null ? bound : modifier, form);
  }

  Quantity from(int earlier) {
    return new Quantity(earlier, to, number, noun, count, upper, modifier, form);
  }

  /** With words of its own after the number. */
  Quantity to(int later) {
    return new Quantity(from, later, number, later, count, upper, modifier, form);
  }

  Quantity plus() {
    return new Quantity(from, to, number, noun, count, upper, FigureModifier.AT_LEAST, Form.PLUS);
  }

  /** A noun that stands further on: "7 out of 10 sailors". */
  Quantity noun(int later) {
    return new Quantity(from, to, number, later, count, upper, modifier, form);
  }

  Quantity upTo(Quantity high, long low) {
    return new Quantity(
        from, high.to, number, high.noun, low, high.count, FigureModifier.RANGE, Form.NUMBER);
  }

  /** Without its modifier: "the death toll is up to 12" says 12. */
  Quantity bare() {
    return new Quantity(number, to, number, noun, count, upper, FigureModifier.EXACT, form);
  }
}

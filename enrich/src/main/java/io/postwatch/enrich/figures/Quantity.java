// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.schema.FigureModifier;

/**
 * A number in a text with the words that bound it.
 *
 * @param from index of its first token, modifiers included
 * @param to one past the index of its last token
 * @param count the number, or the lower end of a range
 * @param upper the upper end of a range; null without one
 * @param modifier how it is bound
 * @param article whether it is an article ("a man"), which counts people only
 */
record Quantity(
    int from, int to, long count, Long upper, FigureModifier modifier, boolean article) {

  Quantity from(int earlier, FigureModifier bound) {
    return new Quantity(earlier, to, count, upper, bound, article);
  }

  Quantity to(int later, FigureModifier bound) {
    return new Quantity(from, later, count, upper, bound, article);
  }
}

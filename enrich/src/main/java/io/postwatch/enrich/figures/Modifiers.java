// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.tokens.Token;
import io.postwatch.schema.FigureModifier;
import java.util.List;
import java.util.Map;

/** The words before a number that say how it is bound. */
final class Modifiers {
  private static final int LONGEST = 3;

  private static final Map<String, FigureModifier> WORDS =
      Map.ofEntries(
          Map.entry("at least", FigureModifier.AT_LEAST),
          Map.entry("atleast", FigureModifier.AT_LEAST),
          Map.entry("more than", FigureModifier.AT_LEAST),
          Map.entry("over", FigureModifier.AT_LEAST),
          Map.entry("above", FigureModifier.AT_LEAST),
          Map.entry("past", FigureModifier.AT_LEAST),
          Map.entry("passes", FigureModifier.AT_LEAST),
          Map.entry("passed", FigureModifier.AT_LEAST),
          Map.entry("surpass", FigureModifier.AT_LEAST),
          Map.entry("surpasses", FigureModifier.AT_LEAST),
          Map.entry("surpassed", FigureModifier.AT_LEAST),
          Map.entry("exceeds", FigureModifier.AT_LEAST),
          Map.entry("exceeded", FigureModifier.AT_LEAST),
          Map.entry("tops", FigureModifier.AT_LEAST),
          Map.entry("topped", FigureModifier.AT_LEAST),
          Map.entry("crosses", FigureModifier.AT_LEAST),
          Map.entry("crossed", FigureModifier.AT_LEAST),
          Map.entry("no fewer than", FigureModifier.AT_LEAST),
          Map.entry("not fewer than", FigureModifier.AT_LEAST),
          Map.entry("no less than", FigureModifier.AT_LEAST),
          Map.entry("not less than", FigureModifier.AT_LEAST),
          Map.entry("upwards of", FigureModifier.AT_LEAST),
          Map.entry("in excess of", FigureModifier.AT_LEAST),
          Map.entry("a minimum of", FigureModifier.AT_LEAST),
          Map.entry("minimum of", FigureModifier.AT_LEAST),
          Map.entry("up to", FigureModifier.AT_MOST),
          Map.entry("upto", FigureModifier.AT_MOST),
          Map.entry("at most", FigureModifier.AT_MOST),
          Map.entry("as many as", FigureModifier.AT_MOST),
          Map.entry("no more than", FigureModifier.AT_MOST),
          Map.entry("not more than", FigureModifier.AT_MOST),
          Map.entry("fewer than", FigureModifier.AT_MOST),
          Map.entry("less than", FigureModifier.AT_MOST),
          Map.entry("under", FigureModifier.AT_MOST),
          Map.entry("about", FigureModifier.ABOUT),
          Map.entry("around", FigureModifier.ABOUT),
          Map.entry("nearly", FigureModifier.ABOUT),
          Map.entry("near", FigureModifier.ABOUT),
          Map.entry("near on", FigureModifier.ABOUT),
          Map.entry("nears", FigureModifier.ABOUT),
          Map.entry("nearing", FigureModifier.ABOUT),
          Map.entry("close to", FigureModifier.ABOUT),
          Map.entry("almost", FigureModifier.ABOUT),
          Map.entry("some", FigureModifier.ABOUT),
          Map.entry("roughly", FigureModifier.ABOUT),
          Map.entry("approximately", FigureModifier.ABOUT),
          Map.entry("approx", FigureModifier.ABOUT),
          Map.entry("circa", FigureModifier.ABOUT),
          Map.entry("estimated", FigureModifier.ABOUT),
          Map.entry("an estimated", FigureModifier.ABOUT),
          Map.entry("estimated at", FigureModifier.ABOUT));

  private Modifiers() {}

  /** The quantity with the longest modifier that stands right before it, if there is one. */
  static Quantity before(List<Token> tokens, Quantity quantity) {
    Quantity longest = quantity;
    String phrase = "";
    for (int at = quantity.from() - 1; at >= Math.max(0, quantity.from() - LONGEST); at--) {
      if (!tokens.get(at + 1).isJoined() || !tokens.get(at).isWord()) {
        break;
      }
      phrase = phrase.isEmpty() ? tokens.get(at).norm() : tokens.get(at).norm() + " " + phrase;
      FigureModifier modifier = WORDS.get(phrase);
      if (modifier != null) {
        longest = quantity.from(at, modifier);
      }
    }
    return longest;
  }
}

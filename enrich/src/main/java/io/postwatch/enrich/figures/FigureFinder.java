// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.tokens.PostText;
import io.postwatch.schema.Figure;
import io.postwatch.schema.FigureKind;
import io.postwatch.schema.FigureModifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the figures that an English text claims: killed, injured, detained, missing, displaced,
 * protesters, damaged; safe to share between threads.
 */
public final class FigureFinder {
  private final FigureWords words = new FigureWords();

  /** The figures in order, up to a limit; one told twice is one. */
  public List<Figure> find(PostText post, int limit) {
    List<Quantity> quantities = new QuantityReader(post, words).read();
    Enumerations enumerations = new Enumerations(post, words, quantities);
    List<Claim> claims = enumerations.claims();
    List<Figure> figures = new ArrayList<>();
    Set<Told> told = new HashSet<>();
    for (int i = 0; i < quantities.size() && figures.size() < limit; i++) {
      Claim claim = claims.get(i);
      Quantity quantity = quantities.get(i);
      if (claim.isKnown() && told.add(Told.by(claim, quantity))) {
        figures.add(figure(post, quantity, claim, enumerations.isPart(quantity)));
      }
    }
    return figures;
  }

  private record Told(FigureKind kind, long count, FigureModifier modifier) {
    static Told by(Claim claim, Quantity quantity) {
      return new Told(claim.kind(), quantity.count(), quantity.modifier());
    }
  }

  private static Figure figure(PostText post, Quantity quantity, Claim claim, boolean subset) {
    return Figure.newBuilder()
        .setKind(claim.kind())
        .setCount(quantity.count())
        .setUpper(quantity.upper())
        .setModifier(quantity.modifier())
        .setUnit(claim.counted().unit())
        .setSubset(subset)
        .setStart(post.start(quantity.from()))
        .setEnd(post.end(quantity.to()))
        .build();
  }
}

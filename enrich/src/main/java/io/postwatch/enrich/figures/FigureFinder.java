// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.figures.Claim.Way;
import io.postwatch.enrich.figures.Quantity.Form;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.schema.Figure;
import io.postwatch.schema.FigureKind;
import io.postwatch.schema.FigureModifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the figures that an English text claims: killed, injured, detained, missing, displaced,
 * protesters, damaged; safe to share between threads.
 */
public final class FigureFinder {
  private final FigureWords words = new FigureWords();

  /** The figures in order, up to a limit; one told twice is one. */
  public List<Figure> find(PostText whole, int limit) {
    PostText post = Acronyms.without(whole);
    List<Quantity> quantities = new QuantityReader(post, words).read();
    if (quantities.isEmpty()) {
      return List.of();
    }
    List<Claim> claims = new Enumerations(post, words, quantities).claims();
    boolean[] subsets = new Parts(post, words).subsets(quantities, claims);
    List<Figure> figures = new ArrayList<>();
    Map<Told, Integer> told = new HashMap<>();
    for (int i = 0; i < quantities.size(); i++) {
      Claim claim = claims.get(i);
      for (FigureKind kind : kinds(claim)) {
        Quantity quantity = meant(post, quantities.get(i), claim);
        Integer before = told.put(Told.by(kind, quantity), i);
        boolean again = before != null && !isTwin(claims, before, i);
        if (!again && figures.size() < limit) {
          figures.add(figure(post, kind, quantity, claim.counted().unit(), subsets[i]));
        }
      }
    }
    return figures;
  }

  private static List<FigureKind> kinds(Claim claim) {
    if (!claim.isKnown()) {
      return List.of();
    }
    return claim.also() == null ? List.of(claim.kind()) : List.of(claim.kind(), claim.also());
  }

  /** A toll that is "up to 12" has risen to 12. */
  private static Quantity meant(PostText post, Quantity quantity, Claim claim) {
    boolean risen =
        claim.way() == Way.LABEL
            && quantity.modifier() == FigureModifier.AT_MOST
            && post.tokens().get(quantity.from()).norm().startsWith("up");
    return risen ? quantity.bare() : quantity;
  }

  /** In "two civilians and two soldiers" the second two are others. */
  private static boolean isTwin(List<Claim> claims, int before, int i) {
    Claim one = claims.get(before);
    Claim other = claims.get(i);
    boolean listed = one.way() == Way.LIST || other.way() == Way.LIST;
    return before == i - 1 && listed && !one.counted().unit().equals(other.counted().unit());
  }

  private record Told(FigureKind kind, long count, Long upper, FigureModifier modifier) {
    static Told by(FigureKind kind, Quantity quantity) {
      return new Told(kind, quantity.count(), quantity.upper(), quantity.modifier());
    }
  }

  private static Figure figure(
      PostText post, FigureKind kind, Quantity quantity, String unit, boolean subset) {
    int plus = quantity.form() == Form.PLUS ? 1 : 0;
    return Figure.newBuilder()
        .setKind(kind)
        .setCount(quantity.count())
        .setUpper(quantity.upper())
        .setModifier(quantity.modifier())
        .setUnit(unit)
        .setSubset(subset)
        .setStart(post.start(quantity.from()))
        .setEnd(post.end(quantity.to()) + plus)
        .build();
  }
}

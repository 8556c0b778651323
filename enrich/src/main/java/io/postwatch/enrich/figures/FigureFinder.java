// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.figures.Claim.Way;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
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
  private static final Set<String> PARTS =
      Set.of("including", "include", "includes", "included", "incl", "them");

  private static final int PART_REACH = 3;

  private final FigureWords words = new FigureWords();

  /** The figures in order, up to a limit; one told twice is one. */
  public List<Figure> find(PostText post, int limit) {
    List<Quantity> quantities = new QuantityReader(post, words).read();
    List<Claim> claims = claims(post, quantities);
    List<Figure> figures = new ArrayList<>();
    Set<Told> told = new HashSet<>();
    for (int i = 0; i < quantities.size() && figures.size() < limit; i++) {
      Claim claim = claims.get(i);
      Quantity quantity = quantities.get(i);
      if (claim.isKnown()
          && told.add(new Told(claim.kind(), quantity.count(), quantity.modifier()))) {
        boolean subset = isPart(post.tokens(), quantity);
        figures.add(figure(post, quantity, claim, subset));
      }
    }
    return figures;
  }

  private record Told(FigureKind kind, long count, FigureModifier modifier) {}

  private List<Claim> claims(PostText post, List<Quantity> quantities) {
    List<Token> tokens = post.tokens();
    ClaimReader reader = new ClaimReader(post, words);
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < quantities.size(); i++) {
      Quantity next = i + 1 < quantities.size() ? quantities.get(i + 1) : null;
      int since = i > 0 ? quantities.get(i - 1).to() : 0;
      claims.add(reader.read(quantities.get(i), since, next));
    }
    for (int i = quantities.size() - 2; i >= 0; i--) {
      claims.set(i, fromNext(tokens, quantities, claims, i));
    }
    for (int i = 1; i < quantities.size(); i++) {
      claims.set(i, fromEarlier(tokens, quantities, claims, i));
    }
    return claims;
  }

  /** "400 cars, 100 banks and stores were destroyed": what is said of the last is said of all. */
  private static Claim fromNext(
      List<Token> tokens, List<Quantity> quantities, List<Claim> claims, int i) {
    Claim claim = claims.get(i);
    Claim next = claims.get(i + 1);
    boolean said = next.way() == Way.AFTER || next.way() == Way.LIST;
    boolean listed = said && isListed(tokens, claim.counted().to(), quantities.get(i + 1));
    boolean listable = listed && !claim.isKnown() && claim.counted().to() > quantities.get(i).to();
    return listable && next.isKnown() && Claim.fits(next.kind(), claim.counted())
        ? new Claim(next.kind(), claim.counted(), Way.LIST)
        : claim;
  }

  /** "Arrested six members and two journalists"; "killed eight, including a woman". */
  private static Claim fromEarlier(
      List<Token> tokens, List<Quantity> quantities, List<Claim> claims, int i) {
    Claim claim = claims.get(i);
    Claim earlier = claims.get(i - 1);
    if (claim.isKnown() || !earlier.isKnown()) {
      return claim;
    }
    boolean part = isPart(tokens, quantities.get(i));
    boolean listed =
        earlier.way() != Way.AFTER
            && earlier.way() != Way.NOUN
            && isListed(tokens, earlier.counted().to(), quantities.get(i));
    boolean fits =
        Claim.fits(earlier.kind(), claim.counted())
            && !ClaimReader.hasVerb(tokens, claim.counted().to());
    boolean smaller = quantities.get(i).count() <= quantities.get(i - 1).count();
    return fits && ((part && smaller) || listed)
        ? new Claim(earlier.kind(), claim.counted(), Way.LIST)
        : claim;
  }

  /** Nothing but a comma, "and" or "or" stands between. */
  private static boolean isListed(List<Token> tokens, int from, Quantity quantity) {
    if (quantity.from() < from || quantity.from() - from > 1) {
      return false;
    }
    if (tokens.get(quantity.from()).border() == Border.STOP) {
      return false;
    }
    return quantity.from() == from
        ? tokens.get(from).border() == Border.PAUSE
        : Set.of("and", "or").contains(tokens.get(from).norm());
  }

  private static boolean isPart(List<Token> tokens, Quantity quantity) {
    for (int at = quantity.from() - 1; at >= Math.max(0, quantity.from() - PART_REACH); at--) {
      if (PARTS.contains(tokens.get(at).norm())) {
        return true;
      }
      if (tokens.get(at).border() == Border.STOP) {
        return false;
      }
    }
    return false;
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

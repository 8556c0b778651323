// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.figures.Claim.Way;
import io.postwatch.enrich.figures.Counted.Sort;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.schema.FigureKind;
import java.util.List;
import java.util.Optional;

/**
 * Reads the plainest figures of Spanish, French, Portuguese, Russian and Ukrainian: a number beside
 * the word that says what it counts, with no more than people or property and small words between.
 */
final class OtherLanguages {
  private static final int REACH = 5;
  private static final int DENIAL = 2;

  private final List<Token> tokens;
  private final LanguageWords words;

  OtherLanguages(List<Token> tokens, LanguageWords words) {
    this.tokens = tokens;
    this.words = words;
  }

  /** What a quantity counts: "12 personas fueron detenidas", "погибли 12 человек". */
  Optional<Claim> claim(Quantity quantity) {
    if (quantity.isArticle() || isDenied(quantity)) {
      return Optional.empty();
    }
    Optional<Claim> after = after(quantity);
    boolean marchers = after.filter(claim -> claim.kind() == FigureKind.PROTESTERS).isPresent();
    return marchers ? before(quantity).or(() -> after) : after.or(() -> before(quantity));
  }

  /** "No hay 12 muertos". */
  private boolean isDenied(Quantity quantity) {
    for (int at = quantity.from() - 1; at >= Math.max(0, quantity.from() - DENIAL); at--) {
      if (tokens.get(at + 1).isJoined() && words.isDenial(tokens.get(at).norm())) {
        return true;
      }
    }
    return false;
  }

  private Optional<Claim> after(Quantity quantity) {
    Counted counted = Counted.none(quantity.to());
    for (int at = quantity.to(); at < Math.min(tokens.size(), quantity.to() + REACH); at++) {
      String word = tokens.get(at).norm();
      if (!tokens.get(at).isJoined() || words.isDenial(word)) {
        return Optional.empty();
      }
      FigureKind kind = words.kind(word);
      if (kind != null) {
        return claim(kind, counted);
      }
      if (!words.isBetween(word)) {
        counted = noun(at, counted);
        if (counted.to() != at + 1) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Claim> before(Quantity quantity) {
    Counted counted = Counted.none(quantity.to());
    int noun = quantity.to();
    if (noun < tokens.size() && tokens.get(noun).isJoined()) {
      counted = noun(noun, counted);
    }
    for (int at = quantity.from() - 1; at >= Math.max(0, quantity.from() - REACH); at--) {
      String word = tokens.get(at).norm();
      if (!tokens.get(at + 1).isJoined() || words.isDenial(word)) {
        return Optional.empty();
      }
      FigureKind kind = words.kind(word);
      if (kind != null && !words.isAfterOnly(word)) {
        boolean denied = at > 0 && words.isDenial(tokens.get(at - 1).norm());
        return denied ? Optional.empty() : claim(kind, counted);
      }
      if (!words.isBetween(word) && !words.isPeople(word)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The noun at a token, if it is people or property. */
  private Counted noun(int at, Counted none) {
    String word = tokens.get(at).norm();
    if (words.isPeople(word)) {
      return new Counted(Counted.PEOPLE, Sort.PEOPLE, at, at + 1);
    }
    return words.isThing(word) ? new Counted(word, Sort.THING, at, at + 1) : none;
  }

  /** Property is told with its noun. */
  private static Optional<Claim> claim(FigureKind kind, Counted counted) {
    boolean named = kind != FigureKind.DAMAGED || counted.sort() == Sort.THING;
    return named && Claim.fits(kind, counted)
        ? Optional.of(Claim.of(kind, counted, Way.NOUN))
        : Optional.empty();
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.figures.Claim.Way;
import io.postwatch.enrich.figures.FigureWords.In;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
import io.postwatch.schema.FigureKind;
import io.postwatch.schema.FigureModifier;
import java.util.List;
import java.util.Set;

/** Tells which quantities are part of another: "including two children". */
final class Parts {
  private static final int REACH = 3;

  /** Quantities before and after one that are looked at. */
  private static final int WINDOW = 12;

  private static final Set<String> OF_PRONOUN = Set.of("of", "among");
  private static final Set<String> MORE = Set.of("more", "another", "additional", "further");
  private static final Set<String> BODIES = Set.of("bodies", "body", "remains", "corpses");

  private final PostText post;
  private final List<Token> tokens;
  private final FigureWords words;

  Parts(PostText post, FigureWords words) {
    this.post = post;
    this.tokens = post.tokens();
    this.words = words;
  }

  /** Whether the words beside a quantity say that it is a part of one told before. */
  boolean isPart(Quantity quantity) {
    if (isOfPronoun(quantity)) {
      return true;
    }
    for (int at = quantity.from() - 1; at >= Math.max(0, quantity.from() - REACH); at--) {
      if (words.is(In.PARTS, tokens.get(at).norm())) {
        return true;
      }
      if (tokens.get(at).border() == Border.STOP) {
        return false;
      }
    }
    return false;
  }

  /** "15 of the victims". */
  private boolean isOfThe(Quantity quantity) {
    int of = quantity.to();
    return of + 1 < tokens.size()
        && tokens.get(of).norm().equals("of")
        && tokens.get(of + 1).norm().equals("the");
  }

  /** "Of whom 4", "among them 4", "4 of them". */
  boolean isOfPronoun(Quantity quantity) {
    int from = quantity.from();
    return isPronoun(from - 1, from - 2) || isPronoun(quantity.to() + 1, quantity.to());
  }

  private boolean isPronoun(int pronoun, int of) {
    return of >= 0
        && pronoun < tokens.size()
        && OF_PRONOUN.contains(tokens.get(of).norm())
        && words.is(In.PART_PRONOUNS, tokens.get(pronoun).norm());
  }

  /** "Three critically", "three of them seriously", "two in serious condition". */
  boolean isGrave(Quantity quantity) {
    int at = quantity.noun();
    return at < tokens.size()
        && tokens.get(at).isJoined()
        && words.is(In.GRAVELY, tokens.get(at).norm())
        && (at + 1 >= tokens.size() || !words.isPredicate(tokens, at + 1));
  }

  /** Whether a bracket or colon opens before a token. */
  static boolean opens(PostText post, int at) {
    String gap =
        post.text().substring(post.tokens().get(at - 1).until(), post.tokens().get(at).at());
    return gap.indexOf('(') >= 0 || gap.indexOf(':') >= 0;
  }

  /** Which figures are a part of another of the same kind in the text. */
  boolean[] subsets(List<Quantity> quantities, List<Claim> claims) {
    boolean[] subsets = new boolean[claims.size()];
    for (int i = 0; i < subsets.length; i++) {
      subsets[i] =
          claims.get(i).isKnown()
              && (isSubset(i, quantities, claims)
                  || (i > 0 && subsets[i - 1] && goesOn(i, quantities, claims)));
    }
    return subsets;
  }

  private boolean isSubset(int i, List<Quantity> quantities, List<Claim> claims) {
    Quantity quantity = quantities.get(i);
    boolean part = isPart(quantity) || isOfThe(quantity) || isBreakdown(i, quantities, claims);
    return (part && hasLarger(i, quantities, claims))
        || claims.get(i).way() == Way.AMONG
        || isGrave(quantities.get(i))
        || isRaised(i, quantities, claims)
        || isAddend(i, quantities, claims)
        || isOfBodies(i, quantities, claims);
  }

  private boolean isBreakdown(int i, List<Quantity> quantities, List<Claim> claims) {
    return i > 0 && claims.get(i).way() == Way.LIST && opens(post, quantities.get(i).from());
  }

  /** "Including four children and two women": both are parts. */
  private static boolean goesOn(int i, List<Quantity> quantities, List<Claim> claims) {
    boolean listed = claims.get(i).way() == Way.LIST || claims.get(i).way() == Way.AFTER;
    return listed
        && claims.get(i - 1).way() == Way.LIST
        && claims.get(i).kind() == claims.get(i - 1).kind()
        && quantities.get(i).from() - claims.get(i - 1).counted().to() <= REACH
        && hasLarger(i, quantities, claims);
  }

  private static boolean hasLarger(int i, List<Quantity> quantities, List<Claim> claims) {
    int limit = Math.min(claims.size(), i + WINDOW);
    for (int j = Math.max(0, i - WINDOW); j < limit; j++) {
      boolean same = claims.get(j).kind() == claims.get(i).kind();
      if (same && quantities.get(j).count() > quantities.get(i).count()) {
        return true;
      }
    }
    return false;
  }

  /** "Four more died, bringing the toll to nine". */
  private boolean isRaised(int i, List<Quantity> quantities, List<Claim> claims) {
    for (int j = i + 1; j < Math.min(claims.size(), i + WINDOW); j++) {
      if (claims.get(j).kind() != claims.get(i).kind()) {
        continue;
      }
      boolean larger = quantities.get(j).count() > quantities.get(i).count();
      boolean exact = quantities.get(i).modifier() == FigureModifier.EXACT;
      boolean told = isMore(i, quantities) || (exact && isRaising(i, j, quantities));
      return larger && claims.get(j).way() == Way.LABEL && told;
    }
    return false;
  }

  private boolean isRaising(int i, int j, List<Quantity> quantities) {
    for (int at = quantities.get(i).to(); at < quantities.get(j).from(); at++) {
      if (words.is(In.SUMS, tokens.get(at).norm())) {
        return true;
      }
    }
    return false;
  }

  private boolean isMore(int i, List<Quantity> quantities) {
    Quantity quantity = quantities.get(i);
    return isIn(MORE, quantity.noun()) || isIn(MORE, quantity.number() - 1);
  }

  /** "The killing of 12: two officers died, ten rebels were killed": two and ten make 12. */
  private static boolean isAddend(int i, List<Quantity> quantities, List<Claim> claims) {
    int first = i;
    while (first > 0
        && first > i - WINDOW
        && claims.get(first - 1).kind() == claims.get(i).kind()) {
      first--;
    }
    for (int total = first; total < i; total++) {
      long sum = 0;
      boolean exact = true;
      for (int j = total + 1; j < Math.min(claims.size(), i + WINDOW); j++) {
        if (claims.get(j).kind() != claims.get(i).kind()) {
          break;
        }
        exact &= quantities.get(j).modifier() == FigureModifier.EXACT;
        sum += quantities.get(j).count();
        if (exact && sum == quantities.get(total).count() && j > total + 1 && j >= i) {
          return true;
        }
      }
    }
    return false;
  }

  /** Bodies found are of those that a larger figure counts. */
  private boolean isOfBodies(int i, List<Quantity> quantities, List<Claim> claims) {
    Quantity quantity = quantities.get(i);
    boolean bodies =
        claims.get(i).kind() == FigureKind.KILLED
            && (isIn(BODIES, claims.get(i).counted().head()) || isIn(BODIES, quantity.from() - 2));
    return bodies && hasLarger(i, quantities, claims);
  }

  private boolean isIn(Set<String> list, int at) {
    return at >= 0 && at < tokens.size() && list.contains(tokens.get(at).norm());
  }
}

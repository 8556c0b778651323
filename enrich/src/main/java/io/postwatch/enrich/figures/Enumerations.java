// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.figures.Claim.Way;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Carries what is said of one quantity over to those that are told with it. */
final class Enumerations {
  private static final Set<String> PARTS =
      Set.of("including", "include", "includes", "included", "incl", "them");

  private static final Set<String> LINKS = Set.of("and", "or");
  private static final int PART_REACH = 3;

  private final List<Token> tokens;
  private final List<Quantity> quantities;
  private final ClaimReader reader;
  private final List<Claim> claims = new ArrayList<>();

  Enumerations(PostText post, FigureWords words, List<Quantity> quantities) {
    this.tokens = post.tokens();
    this.quantities = quantities;
    this.reader = new ClaimReader(post, words);
  }

  /** What each quantity counts, in the order of the quantities; to be called once. */
  List<Claim> claims() {
    for (int i = 0; i < quantities.size(); i++) {
      int since = i > 0 ? quantities.get(i - 1).to() : 0;
      Quantity next = i + 1 < quantities.size() ? quantities.get(i + 1) : null;
      claims.add(reader.read(quantities.get(i), since, next));
    }
    for (int i = quantities.size() - 2; i >= 0; i--) {
      claims.set(i, fromNext(i));
    }
    for (int i = 1; i < quantities.size(); i++) {
      claims.set(i, fromEarlier(i));
    }
    return claims;
  }

  /** Whether a quantity is a part of another: "including two children". */
  boolean isPart(Quantity quantity) {
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

  /** "400 cars, 100 banks and stores were destroyed": what is said of the last is said of all. */
  private Claim fromNext(int i) {
    Claim claim = claims.get(i);
    Claim next = claims.get(i + 1);
    boolean said = next.way() == Way.AFTER || next.way() == Way.LIST;
    boolean named = claim.counted().to() > quantities.get(i).to();
    return !claim.isKnown()
            && next.isKnown()
            && said
            && named
            && isListed(claim.counted().to(), quantities.get(i + 1))
            && Claim.fits(next.kind(), claim.counted())
        ? new Claim(next.kind(), claim.counted(), Way.LIST)
        : claim;
  }

  /** "Arrested six members and two journalists"; "killed eight, including a woman". */
  private Claim fromEarlier(int i) {
    Claim claim = claims.get(i);
    Claim earlier = claims.get(i - 1);
    if (claim.isKnown()
        || !earlier.isKnown()
        || !Claim.fits(earlier.kind(), claim.counted())
        || reader.hasVerb(claim.counted().to())) {
      return claim;
    }
    boolean smaller = quantities.get(i).count() <= quantities.get(i - 1).count();
    boolean part = smaller && isPart(quantities.get(i));
    boolean said = earlier.way() == Way.BEFORE || earlier.way() == Way.LIST;
    boolean listed = said && isListed(earlier.counted().to(), quantities.get(i));
    return part || listed ? new Claim(earlier.kind(), claim.counted(), Way.LIST) : claim;
  }

  /** Nothing but a comma, "and" or "or" stands between. */
  private boolean isListed(int from, Quantity quantity) {
    int at = quantity.from();
    if (at < from || at - from > 1 || tokens.get(at).border() == Border.STOP) {
      return false;
    }
    return at == from
        ? tokens.get(from).border() == Border.PAUSE
        : LINKS.contains(tokens.get(from).norm());
  }
}

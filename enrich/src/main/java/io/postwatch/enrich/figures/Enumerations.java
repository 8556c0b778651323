// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.figures.Claim.Way;
import io.postwatch.enrich.figures.Counted.Sort;
import io.postwatch.enrich.figures.FigureWords.In;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
import io.postwatch.schema.FigureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Carries what is said of one quantity over to those that are told with it. */
final class Enumerations {
  private static final Set<String> PLACES = Set.of("in", "at", "near", "from");
  private static final Set<String> PLAIN = Set.of("destroyed", "damaged", "destroy", "destroys");
  private static final int AMONG_REACH = 8;
  private static final int LINK = 3;
  private static final int NAMED = 8;
  private static final int BREAKDOWN = 5;
  private static final int SENTENCE = 20;

  private final PostText post;
  private final List<Token> tokens;
  private final FigureWords words;
  private final List<Quantity> quantities;
  private final ClaimReader reader;
  private final Parts parts;
  private final List<Claim> claims = new ArrayList<>();

  Enumerations(PostText post, FigureWords words, List<Quantity> quantities) {
    this.post = post;
    this.tokens = post.tokens();
    this.words = words;
    this.quantities = quantities;
    this.reader = new ClaimReader(post, words);
    this.parts = new Parts(post, words);
  }

  /** What each quantity counts, in the order of the quantities; to be called once. */
  List<Claim> claims() {
    for (int i = 0; i < quantities.size(); i++) {
      Quantity previous = i > 0 ? quantities.get(i - 1) : null;
      Quantity next = i + 1 < quantities.size() ? quantities.get(i + 1) : null;
      claims.add(reader.read(quantities.get(i), previous, next));
    }
    for (int i = quantities.size() - 2; i >= 0; i--) {
      claims.set(i, fromNext(i));
    }
    for (int i = 0; i < quantities.size(); i++) {
      claims.set(i, named(i, i > 0 ? fromEarlier(i) : claims.get(i)));
    }
    return claims;
  }

  /** "400 cars, 100 banks and stores were destroyed": what is said of the last is said of all. */
  private Claim fromNext(int i) {
    Claim claim = claims.get(i);
    Claim next = claims.get(i + 1);
    Quantity later = quantities.get(i + 1);
    boolean open = !claim.isKnown() || claim.way() == Way.NOUN && claim.kind() != FigureKind.KILLED;
    if (!open || !next.isKnown() || !Claim.fits(next.kind(), claim.counted())) {
      return claim;
    }
    if (claim.way() == Way.AMONG && later.from() - claim.counted().to() <= AMONG_REACH) {
      return Claim.of(next.kind(), claim.counted(), Way.AMONG);
    }
    boolean said = next.way() == Way.AFTER || next.way() == Way.LIST || next.way() == Way.AMONG;
    boolean named = claim.counted().head() >= 0;
    return said && named && isListed(claim.counted().to(), later)
        ? new Claim(
            next.kind(),
            next.also(),
            claim.counted(),
            next.way() == Way.AMONG ? Way.AMONG : Way.LIST)
        : claim;
  }

  /** "Arrested six members and two journalists"; "killed eight, including a woman". */
  private Claim fromEarlier(int i) {
    Claim claim = claims.get(i);
    Claim earlier = claims.get(i - 1);
    Quantity quantity = quantities.get(i);
    if (claim.isKnown() || !earlier.isKnown()) {
      return claim;
    }
    if (claim.way() == Way.LABEL) {
      return Claim.of(earlier.kind(), claim.counted(), Way.LABEL);
    }
    if (!Claim.fits(earlier.kind(), claim.counted())) {
      return claim;
    }
    boolean smaller = quantity.count() <= quantities.get(i - 1).count();
    boolean broken = claim.counted().sort() == Sort.PEOPLE && isBreakdown(i);
    boolean part = smaller && (broken || parts.isPart(quantity)) && !isTold(claim, quantity);
    boolean grave = smaller && parts.isGrave(quantity) && earlier.kind() == FigureKind.INJURED;
    boolean said = earlier.way() == Way.BEFORE || earlier.way() == Way.LIST;
    boolean listed = said && isListed(earlier.counted().to(), quantity) && !isSubject(claim);
    return part || grave || listed || isElsewhere(i)
        ? new Claim(earlier.kind(), listed ? earlier.also() : null, claim.counted(), Way.LIST)
        : claim;
  }

  /** "Seven killed (4 children)", "seven killed: 4 children". */
  private boolean isBreakdown(int i) {
    int from = quantities.get(i).from();
    return from - quantities.get(i - 1).to() <= BREAKDOWN && Parts.opens(post, from);
  }

  /** A verb of its own says something else of it, unless it says what they are. */
  private boolean isTold(Claim claim, Quantity quantity) {
    return isSubject(claim) && !parts.isOfPronoun(quantity);
  }

  private boolean isSubject(Claim claim) {
    int at = claim.counted().to();
    if (at >= tokens.size() || !tokens.get(at).isJoined()) {
      return false;
    }
    String word = tokens.get(at).norm();
    return words.is(In.TO_BE, word) || words.is(In.TO_HAVE, word) || words.is(In.SPEECH, word);
  }

  /** "Killing five in Ada, 12 in Obo and three in Ufe". */
  private boolean isElsewhere(int i) {
    Quantity quantity = quantities.get(i);
    int at = quantity.noun();
    boolean place =
        claims.get(i).counted().head() < 0
            && at + 1 < tokens.size()
            && PLACES.contains(tokens.get(at).norm())
            && tokens.get(at + 1).isCapitalised();
    boolean linked =
        tokens.get(quantity.from()).border() == Border.PAUSE
            || (quantity.from() > 0 && words.is(In.LINKS, tokens.get(quantity.from() - 1).norm()));
    Quantity earlier = quantities.get(i - 1);
    return place
        && linked
        && quantity.from() - earlier.to() < SENTENCE
        && isSameSentence(earlier.to(), quantity.from());
  }

  private boolean isSameSentence(int from, int to) {
    for (int at = from; at <= to; at++) {
      if (tokens.get(at).border() == Border.STOP) {
        return false;
      }
    }
    return true;
  }

  /** "300 homes were damaged and 40 destroyed": homes, too; property is never left unnamed. */
  private Claim named(int i, Claim claim) {
    boolean unnamed = claim.kind() == FigureKind.DAMAGED && claim.counted().sort() == Sort.NONE;
    if (!unnamed) {
      return claim;
    }
    for (int j = i - 1; j >= Math.max(0, i - NAMED); j--) {
      if (claims.get(j).counted().sort() == Sort.THING) {
        return claim.counting(claim.counted().as(claims.get(j).counted()));
      }
    }
    int at = quantities.get(i).noun();
    boolean plain = at < tokens.size() && PLAIN.contains(tokens.get(at).norm());
    return plain ? claim : Claim.none(claim.counted());
  }

  /** A comma, or a sign for "and". */
  private boolean isLink(int at) {
    String gap = post.text().substring(tokens.get(at - 1).until(), tokens.get(at).at());
    boolean comma = tokens.get(at).border() == Border.PAUSE && !post.hasColonAfter(at - 1);
    return comma || gap.indexOf('&') >= 0 || gap.strip().equals("+");
  }

  /** Nothing but a comma, "and" or "or", and whose they are, stands between. */
  private boolean isListed(int from, Quantity quantity) {
    int to = quantity.from();
    if (to < from || to - from > LINK || tokens.get(to).border() == Border.STOP) {
      return false;
    }
    boolean linked = from > 0 && isLink(from);
    for (int at = from; at < to; at++) {
      String word = tokens.get(at).norm();
      boolean link = words.is(In.LINKS, word);
      boolean as = word.equals("as") || word.equals("well");
      if (!(link || as || words.is(In.POSSESSIVES, word) || word.equals("also"))
          || tokens.get(at).border() == Border.STOP) {
        return false;
      }
      linked |= link || as;
    }
    return linked;
  }
}

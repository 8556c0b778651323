// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.figures.FigureWords.In;
import io.postwatch.enrich.tokens.Phrases.Match;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
import io.postwatch.schema.FigureKind;
import java.util.List;
import java.util.Optional;

/** Reads what a quantity counts from the words after it: two people in a car were killed. */
final class SaidAfter {
  private static final int FAR = 14;
  private static final int PART = 10;

  private final PostText post;
  private final List<Token> tokens;
  private final FigureWords words;

  SaidAfter(PostText post, FigureWords words) {
    this.post = post;
    this.tokens = post.tokens();
    this.words = words;
  }

  /**
   * The kind that the verb after a quantity gives it.
   *
   * @param next the quantity after it; null for the last
   */
  Optional<FigureKind> kind(Quantity quantity, Counted counted, Quantity next) {
    boolean be = false;
    boolean have = false;
    boolean aside = false;
    int quiet = -1;
    int limit = Math.min(tokens.size(), quantity.to() + FAR);
    for (int at = quantity.to(); at < limit; at++) {
      int past = pastPart(at);
      if (past > at) {
        at = past;
        quiet = past;
      }
      Token token = tokens.get(at);
      String word = token.norm();
      if (at > quiet && !token.isJoined()
          || (next != null && at >= next.from() && next.from() > quiet)
          || endsClause(at)) {
        return Optional.empty();
      }
      Optional<Match<FigureKind>> match = words.after().longestAt(tokens, at, any -> true);
      if (match.isPresent()) {
        boolean passive = be || !have;
        boolean reachable = !aside || be || have;
        boolean meant = passive || words.is(In.WITHOUT_OBJECT, word);
        return Optional.of(match.get().value())
            .map(kind -> kindOf(kind, counted))
            .filter(kind -> reachable && meant && Claim.fits(kind, counted))
            .filter(kind -> !post.hasColonAfter(match.get().to() - 1))
            .filter(
                kind -> words.is(In.WITHOUT_OBJECT, word) || !hasObject(match.get().to(), next));
      }
      be |= words.is(In.TO_BE, word);
      have |= words.is(In.TO_HAVE, word);
      aside |= words.is(In.ASIDE, word) && !(word.equals("of") && at == quantity.to());
      if (word.equals("and") && at + 1 < limit && words.isPredicate(tokens, at + 1)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean endsClause(int at) {
    String word = tokens.get(at).norm();
    boolean relative =
        word.equals("that")
            && at + 1 < tokens.size()
            && (words.is(In.TO_BE, tokens.get(at + 1).norm())
                || words.is(In.TO_HAVE, tokens.get(at + 1).norm()));
    return words.is(In.CLAUSE_ENDS, word) && !relative;
  }

  /** The verb after "..., including three women, ..."; the same place without such a part. */
  private int pastPart(int at) {
    if (!tokens.get(at).norm().equals("including")) {
      return at;
    }
    for (int end = at + 1; end < Math.min(tokens.size(), at + PART); end++) {
      String word = tokens.get(end).norm();
      if (tokens.get(end).border() == Border.STOP) {
        return at;
      }
      if (words.is(In.TO_BE, word)
          || words.is(In.TO_HAVE, word)
          || words.isPredicate(tokens, end)) {
        return end;
      }
    }
    return at;
  }

  /** Houses that are "lost" or "burned" are damaged, whatever the words say of people. */
  private static FigureKind kindOf(FigureKind kind, Counted counted) {
    return counted.sort() == Counted.Sort.THING ? FigureKind.DAMAGED : kind;
  }

  private boolean hasObject(int at, Quantity next) {
    return at < tokens.size()
        && tokens.get(at).isJoined()
        && (words.is(In.OBJECTS, tokens.get(at).norm()) || (next != null && next.from() == at));
  }
}

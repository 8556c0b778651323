// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.figures.Claim.Way;
import io.postwatch.enrich.figures.FigureWords.In;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.schema.FigureKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a quantity counts from the words right before it: killing two people. */
final class SaidBefore {
  private static final int NEAR = 6;
  private static final int LONGEST = 4;
  private static final Set<String> NOMINAL = Set.of("the", "those", "of", "all", "people");

  private final List<Token> tokens;
  private final FigureWords words;
  private final Doubts doubts;

  SaidBefore(PostText post, FigureWords words, Doubts doubts) {
    this.tokens = post.tokens();
    this.words = words;
    this.doubts = doubts;
  }

  /** A verb and the index of its first token. */
  private record Verb(Said said, int start) {}

  /**
   * What the verb before a quantity says of it; not one that is said of the number before it, as in
   * "3 killed 5 injured".
   *
   * @param previous the quantity before it; null for the first
   */
  Optional<Claim> claim(Quantity quantity, Counted counted, Quantity previous) {
    for (int at = quantity.from() - 1; at >= Math.max(0, quantity.from() - NEAR); at--) {
      if (!tokens.get(at + 1).isJoined() || tokens.get(at + 1).inHashtag()) {
        return Optional.empty();
      }
      Verb verb = endingAt(at, counted);
      if (verb != null) {
        boolean taken = previous != null && verb.start() == previous.noun();
        return taken && tokens.get(verb.start()).isJoined()
            ? Optional.empty()
            : claim(verb, counted);
      }
      if (!words.is(In.PASSED_OVER, tokens.get(at).norm())) {
        return Optional.ofNullable(besideAnd(at, counted))
            .flatMap(earlier -> claim(earlier, counted));
      }
    }
    return Optional.empty();
  }

  private Optional<Claim> claim(Verb verb, Counted counted) {
    if (!isMeant(verb, counted)) {
      return Optional.empty();
    }
    FigureKind kind = verb.said().kind();
    Verb earlier = besideAnd(verb.start(), counted);
    boolean two = earlier != null && earlier.said().kind() != kind && isMeant(earlier, counted);
    return Optional.of(
        two
            ? new Claim(earlier.said().kind(), kind, counted, Way.BEFORE)
            : Claim.of(kind, counted, Way.BEFORE));
  }

  private boolean isMeant(Verb verb, Counted counted) {
    return Claim.fits(verb.said().kind(), counted)
        && doubts.isBelieved(verb.said(), counted)
        && !isPassive(verb)
        && !isNoun(verb)
        && !doubts.ofVerb(verb.start());
  }

  /** "Were killed 12 ..." says nothing of 12, but "are holding 12" does. */
  private boolean isPassive(Verb verb) {
    return verb.start() > 0
        && tokens.get(verb.start()).isJoined()
        && words.is(In.TO_BE, tokens.get(verb.start() - 1).norm())
        && !tokens.get(verb.start()).norm().endsWith("ing");
  }

  /** In "of those arrested 12 died", "the injured 12", no verb has them as its object. */
  private boolean isNoun(Verb verb) {
    return verb.start() > 0
        && tokens.get(verb.start()).isJoined()
        && tokens.get(verb.start()).norm().endsWith("ed")
        && NOMINAL.contains(tokens.get(verb.start() - 1).norm());
  }

  /** "Arrested and beat": what stands before "and" says it too. */
  private Verb besideAnd(int at, Counted counted) {
    boolean and = at >= 2 && tokens.get(at - 1).norm().equals("and");
    boolean joined = and && tokens.get(at).isJoined() && tokens.get(at - 1).isJoined();
    return joined ? endingAt(at - 2, counted) : null;
  }

  /** The longest verb that ends at a token, of those that fit; null without one. */
  private Verb endingAt(int last, Counted counted) {
    String phrase = "";
    Verb longest = null;
    for (int at = last; at > Math.max(-1, last - LONGEST); at--) {
      phrase = phrase.isEmpty() ? tokens.get(at).norm() : tokens.get(at).norm() + " " + phrase;
      List<Said> said = words.before(phrase);
      if (said != null) {
        longest = new Verb(fitting(said, counted), at);
      }
      if (!tokens.get(at).isJoined()) {
        break;
      }
    }
    return longest;
  }

  /** "Lost" is said of people and of homes. */
  private static Said fitting(List<Said> said, Counted counted) {
    return said.stream()
        .filter(one -> Claim.fits(one.kind(), counted))
        .findFirst()
        .orElse(said.get(0));
  }
}

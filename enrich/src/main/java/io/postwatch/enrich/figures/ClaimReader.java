// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.figures.Claim.Way;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Kind;
import io.postwatch.schema.FigureKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads from the words around a quantity what it counts. */
final class ClaimReader {
  private static final int NEAR = 2;
  private static final int NOUN_REACH = 4;

  private static final Set<String> BEFORE_NO_NUMBER =
      Set.of("no", "any", "every", "some", "number", "this", "that", "the", "each", "not", "day");

  private static final Set<String> AFTER_NO_NUMBER =
      Set.of("of", "another", "day", "who", "that", "by", "is", "can", "should", "could");

  private final PostText post;
  private final List<Token> tokens;
  private final FigureWords words;
  private final Doubts doubts;
  private final CountedReader counting;
  private final SaidAfter after;
  private final SaidBefore before;
  private final Labels labels;
  private final OtherLanguages others;

  ClaimReader(PostText post, FigureWords words) {
    this.post = post;
    this.tokens = post.tokens();
    this.words = words;
    this.doubts = new Doubts(post, words);
    this.counting = new CountedReader(post, words);
    this.labels = new Labels(post, words, doubts);
    this.after = new SaidAfter(post, words, doubts, labels);
    this.before = new SaidBefore(post, words, doubts);
    this.others = new OtherLanguages(tokens, words.languages());
  }

  /**
   * What a quantity counts, as far as the words beside it say so.
   *
   * @param previous the quantity before it; null for the first
   * @param next the quantity after it; null for the last
   */
  Claim read(Quantity quantity, Quantity previous, Quantity next) {
    Counted counted = counting.read(quantity);
    if (isNoNumber(quantity)) {
      return Claim.none(counted);
    }
    return before
        .claim(quantity, counted, previous)
        .or(() -> after(quantity, counted, next))
        .or(() -> noun(quantity, counted))
        .or(() -> labels.claim(quantity, counted, previous))
        .or(() -> others.claim(quantity))
        .filter(claim -> !doubts.isPretence(quantity))
        .orElse(Claim.none(counted));
  }

  private Optional<Claim> after(Quantity quantity, Counted counted, Quantity next) {
    return doubts.before(quantity.from(), NEAR)
        ? Optional.empty()
        : after.claim(quantity, counted, next);
  }

  /** "No one", "one of", "one another". */
  private boolean isNoNumber(Quantity quantity) {
    if (quantity.count() != 1 || !tokens.get(quantity.number()).norm().equals("one")) {
      return false;
    }
    String earlier =
        quantity.number() > 0 && tokens.get(quantity.number()).isJoined()
            ? tokens.get(quantity.number() - 1).norm()
            : "";
    String later =
        quantity.to() < tokens.size() && tokens.get(quantity.to()).isJoined()
            ? tokens.get(quantity.to()).norm()
            : "";
    boolean of = later.equals("of") && quantity.noun() > quantity.to();
    return BEFORE_NO_NUMBER.contains(earlier) || (AFTER_NO_NUMBER.contains(later) && !of);
  }

  private Optional<Claim> noun(Quantity quantity, Counted counted) {
    if (counted.head() < 0 || doubts.before(quantity.from(), NOUN_REACH)) {
      return Optional.empty();
    }
    String noun = tokens.get(counted.head()).norm();
    Said said = words.noun(noun);
    if (said == null || !doubts.isBelieved(said, counted)) {
      return Optional.empty();
    }
    FigureKind kind = said.kind();
    boolean undone = doubts.isUndone(kind, quantity, counted);
    boolean one = quantity.count() == 1 && kind != FigureKind.KILLED && kind != FigureKind.INJURED;
    boolean label = isLabelOfNext(counted.head());
    return undone || one || label
        ? Optional.empty()
        : Optional.of(Claim.of(kind, counted, Way.NOUN));
  }

  /** In "5 others Deaths: 84" the deaths are 84. */
  private boolean isLabelOfNext(int head) {
    return head + 1 < tokens.size()
        && tokens.get(head + 1).kind() == Kind.NUMBER
        && post.hasColonAfter(head);
  }
}

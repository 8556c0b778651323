// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.figures.Claim.Way;
import io.postwatch.enrich.figures.FigureWords.In;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
import io.postwatch.schema.FigureKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads from the words around a quantity what it counts. */
final class ClaimReader {
  private static final int NEAR = 5;

  private final List<Token> tokens;
  private final FigureWords words;
  private final SaidAfter after;
  private final SaidBefore before;
  private final Labels labels;

  ClaimReader(PostText post, FigureWords words) {
    this.tokens = post.tokens();
    this.words = words;
    this.after = new SaidAfter(post, words);
    this.before = new SaidBefore(post, words);
    this.labels = new Labels(post, words);
  }

  /**
   * What a quantity counts, as far as the words beside it say so.
   *
   * @param since index of the first token after the quantity before it
   * @param next the quantity after it; null for the last
   */
  Claim read(Quantity quantity, int since, Quantity next) {
    Counted counted = Counted.after(tokens, quantity, words);
    if (isSupposed(quantity) || isNoNumber(quantity)) {
      return new Claim(null, counted, Way.NONE);
    }
    return after
        .kind(quantity, counted, next)
        .map(kind -> new Claim(kind, counted, Way.AFTER))
        .or(() -> before.kind(quantity, counted).map(kind -> new Claim(kind, counted, Way.BEFORE)))
        .or(() -> noun(quantity, counted).map(kind -> new Claim(kind, counted, Way.NOUN)))
        .or(() -> labels.label(quantity, since).map(kind -> new Claim(kind, counted, Way.NOUN)))
        .or(() -> labels.toll(quantity, since).map(kind -> new Claim(kind, counted, Way.NOUN)))
        .orElse(new Claim(null, counted, Way.NONE));
  }

  /** True where a verb begins that says something of its own: "two sources told". */
  boolean hasVerb(int at) {
    return at < tokens.size()
        && tokens.get(at).isJoined()
        && (words.is(In.TO_BE, tokens.get(at).norm())
            || words.is(In.TO_HAVE, tokens.get(at).norm())
            || words.is(In.SPEECH, tokens.get(at).norm()));
  }

  private boolean isSupposed(Quantity quantity) {
    for (int at = quantity.from() - 1; at >= Math.max(0, quantity.from() - 4); at--) {
      if (tokens.get(at + 1).border() == Border.STOP) {
        return false;
      }
      if (words.is(In.SUPPOSITIONS, tokens.get(at).norm())) {
        return true;
      }
    }
    return false;
  }

  /** "No one", "one of", "one another". */
  private boolean isNoNumber(Quantity quantity) {
    if (quantity.count() != 1 || !tokens.get(quantity.from()).norm().equals("one")) {
      return false;
    }
    String before = quantity.from() > 0 ? tokens.get(quantity.from() - 1).norm() : "";
    String after = quantity.to() < tokens.size() ? tokens.get(quantity.to()).norm() : "";
    return Set.of("no", "any", "every", "some", "number", "this", "that", "the").contains(before)
        || Set.of("of", "another", "day", "who", "that").contains(after);
  }

  private Optional<FigureKind> noun(Quantity quantity, Counted counted) {
    int limit = Math.min(tokens.size(), Math.max(counted.to(), quantity.to()) + 1);
    for (int at = quantity.to(); at < limit && tokens.get(at).isJoined(); at++) {
      FigureKind kind = words.noun(tokens.get(at).norm());
      if (kind != null && at < quantity.to() + NEAR) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}

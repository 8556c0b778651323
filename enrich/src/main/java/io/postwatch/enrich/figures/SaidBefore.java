// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.figures.FigureWords.In;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.schema.FigureKind;
import java.util.List;
import java.util.Optional;

/** Reads what a quantity counts from the words right before it: killing two people. */
final class SaidBefore {
  private static final int NEAR = 5;

  private final List<Token> tokens;
  private final FigureWords words;

  SaidBefore(PostText post, FigureWords words) {
    this.tokens = post.tokens();
    this.words = words;
  }

  /** The kind that the verb before a quantity gives it. */
  Optional<FigureKind> kind(Quantity quantity, Counted counted) {
    for (int at = quantity.from() - 1; at >= Math.max(0, quantity.from() - NEAR); at--) {
      if (!tokens.get(at + 1).isJoined()) {
        return Optional.empty();
      }
      Optional<FigureKind> kind = endingAt(at);
      if (kind.isPresent()) {
        return kind.filter(found -> Claim.fits(found, counted));
      }
      if (!words.is(In.PASSED_OVER, tokens.get(at).norm())) {
        return besideAnd(at).filter(found -> Claim.fits(found, counted));
      }
    }
    return Optional.empty();
  }

  /** "Arrested and beat": what stands before "and" says it too. */
  private Optional<FigureKind> besideAnd(int at) {
    boolean and = at >= 2 && tokens.get(at - 1).norm().equals("and");
    boolean joined = and && tokens.get(at).isJoined() && tokens.get(at - 1).isJoined();
    return joined ? endingAt(at - 2) : Optional.empty();
  }

  private Optional<FigureKind> endingAt(int last) {
    String phrase = "";
    FigureKind found = null;
    int start = last;
    for (int at = last; at > Math.max(-1, last - 3); at--) {
      phrase = phrase.isEmpty() ? tokens.get(at).norm() : tokens.get(at).norm() + " " + phrase;
      FigureKind kind = words.before(phrase);
      if (kind != null) {
        found = kind;
        start = at;
      }
      if (!tokens.get(at).isJoined()) {
        break;
      }
    }
    boolean passive = start > 0 && words.is(In.TO_BE, tokens.get(start - 1).norm());
    return passive ? Optional.empty() : Optional.ofNullable(found);
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.figures.FigureWords.In;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
import io.postwatch.schema.FigureKind;
import io.postwatch.schema.FigureModifier;
import java.util.List;
import java.util.Optional;

/** Reads what a quantity counts from a heading: injured: 12; the death toll rises to 66. */
final class Labels {
  private static final int TOLL_REACH = 18;

  private final PostText post;
  private final List<Token> tokens;
  private final FigureWords words;

  Labels(PostText post, FigureWords words) {
    this.post = post;
    this.tokens = post.tokens();
    this.words = words;
  }

  /** "Injured: 12", "injuries up to 150". */
  Optional<FigureKind> label(Quantity quantity, int since) {
    int before = quantity.from() - 1;
    if (before < since || tokens.get(quantity.from()).border() == Border.STOP) {
      return Optional.empty();
    }
    String word = tokens.get(before).norm();
    boolean colon = post.hasColonAfter(before);
    if (word.equals("toll")) {
      return Optional.of(FigureKind.KILLED);
    }
    return colon || quantity.modifier() != FigureModifier.EXACT
        ? Optional.ofNullable(words.noun(word))
        : Optional.empty();
  }

  /** "The death toll ... rises to 66". */
  Optional<FigureKind> toll(Quantity quantity, int since) {
    int before = quantity.from() - 1;
    if (before < since
        || tokens.get(quantity.from()).border() == Border.STOP
        || (quantity.modifier() == FigureModifier.EXACT
            && !words.is(In.TOLL_STEPS, tokens.get(before).norm()))) {
      return Optional.empty();
    }
    for (int at = before; at >= Math.max(since, before - TOLL_REACH); at--) {
      if (tokens.get(at).norm().equals("toll")) {
        return Optional.of(FigureKind.KILLED);
      }
      if (tokens.get(at).border() == Border.STOP) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}

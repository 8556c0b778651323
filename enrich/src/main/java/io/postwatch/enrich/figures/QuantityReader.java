// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.figures.FigureWords.In;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
import io.postwatch.schema.FigureModifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the quantities of a text that may count something. */
final class QuantityReader {
  private final PostText post;
  private final List<Token> tokens;
  private final FigureWords words;
  private final Numerals numerals;
  private final Articles articles;
  private final Uncounted uncounted;

  QuantityReader(PostText post, FigureWords words) {
    this.post = post;
    this.tokens = post.tokens();
    this.words = words;
    this.numerals = new Numerals(post, words.languages());
    this.articles = new Articles(post, words);
    this.uncounted = new Uncounted(post, words);
  }

  /** The quantities in order, their modifiers included, measures and dates left out. */
  List<Quantity> read() {
    List<Quantity> quantities = new ArrayList<>();
    for (int at = 0; at < tokens.size(); ) {
      Optional<Quantity> number = numerals.at(at).map(this::ranged).map(this::ofWhole);
      Optional<Quantity> quantity =
          number.isPresent()
              ? number.map(plain -> words.modifiers().bound(post, plain))
              : articles.at(at);
      quantity.filter(found -> !uncounted.includes(found)).ifPresent(quantities::add);
      at = quantity.map(found -> Math.max(found.to(), found.noun())).orElse(at + 1);
    }
    return quantities;
  }

  /** "13 out of 19 sailors", "12 of the 20 sailors": 13 and 12 sailors. */
  private Quantity ofWhole(Quantity part) {
    int at = part.to();
    if (word(at).equals("out")) {
      at++;
    }
    if (!word(at).equals("of") || !tokens.get(at).isJoined() || part.count() == 1) {
      return part;
    }
    at++;
    if (words.is(In.PART_PRONOUNS, word(at))) {
      return part.noun(at + 1);
    }
    if (word(at).equals("the") || words.is(In.POSSESSIVES, word(at))) {
      at++;
    }
    return at < tokens.size() && tokens.get(at).isJoined()
        ? numerals.at(at).map(whole -> part.noun(whole.to())).orElse(part)
        : part;
  }

  /** "30-40", "30 to 40", "between 30 and 40", "two to three hundred". */
  private Quantity ranged(Quantity low) {
    int next = low.to();
    boolean exact = low.modifier() == FigureModifier.EXACT;
    if (!exact || next >= tokens.size() || uncounted.isRisen(low)) {
      return low;
    }
    boolean between = low.from() > 0 && word(low.from() - 1).equals("between");
    boolean hyphen = tokens.get(next).border() == Border.HYPHEN;
    boolean linked = word(next).equals("to") || (between && word(next).equals("and"));
    int at = hyphen ? next : next + 1;
    if (!(hyphen || (linked && tokens.get(next).isJoined())) || at >= tokens.size()) {
      return low;
    }
    return numerals
        .at(at)
        .filter(high -> tokens.get(at).isJoined() && high.modifier() == low.modifier())
        .filter(high -> high.count() > low.count())
        .map(high -> low.upTo(high, scaled(low, high)))
        .map(range -> between ? range.from(low.from() - 1) : range)
        .orElse(low);
  }

  /** "Two to three hundred" begins at two hundred. */
  private long scaled(Quantity low, Quantity high) {
    long factor = numerals.lastFactor(high);
    boolean shared = low.count() < factor && low.count() * factor < high.count();
    return shared ? low.count() * factor : low.count();
  }

  private String word(int at) {
    return at < tokens.size() ? tokens.get(at).norm() : "";
  }
}

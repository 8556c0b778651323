// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.figures.FigureWords.In;
import io.postwatch.enrich.tokens.NumberWords;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
import io.postwatch.enrich.tokens.Token.Kind;
import io.postwatch.schema.FigureModifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Finds the numbers of a text that may count something, in digits and in English words. */
final class QuantityReader {
  private final PostText post;
  private final List<Token> tokens;
  private final FigureWords words;
  private final Uncounted uncounted;

  QuantityReader(PostText post, FigureWords words) {
    this.post = post;
    this.tokens = post.tokens();
    this.words = words;
    this.uncounted = new Uncounted(post, words);
  }

  /** The quantities in order, their modifiers included, measures and dates left out. */
  List<Quantity> read() {
    List<Quantity> quantities = new ArrayList<>();
    for (int at = 0; at < tokens.size(); ) {
      Optional<Quantity> quantity = numberAt(at).map(this::range).map(this::modified);
      quantity.filter(found -> !uncounted.includes(found)).ifPresent(quantities::add);
      at = quantity.map(found -> pastWhole(found.to())).orElse(at + 1);
    }
    return quantities;
  }

  /** In "13 out of 19", 19 counts nothing. */
  private int pastWhole(int at) {
    boolean outOf =
        at + 2 < tokens.size()
            && tokens.get(at).norm().equals("out")
            && tokens.get(at + 1).norm().equals("of")
            && joined(at + 2);
    return outOf ? numberAt(at + 2).map(Quantity::to).orElse(at) : at;
  }

  private Optional<Quantity> numberAt(int at) {
    Token token = tokens.get(at);
    if (token.inHashtag()) {
      return Optional.empty();
    }
    if (token.kind() == Kind.NUMBER) {
      return digits(at);
    }
    Optional<Quantity> plural = plural(at);
    return plural.isPresent() ? plural : inWords(at).or(() -> article(at));
  }

  private Optional<Quantity> digits(int at) {
    OptionalDouble value = Digits.read(post.words(at, at + 1));
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Integer factor = at + 1 < tokens.size() && joined(at + 1) ? factor(at + 1) : null;
    if (factor != null) {
      return exact(at, at + 2, Math.round(value.getAsDouble() * factor));
    }
    long whole = Math.round(value.getAsDouble());
    return whole == value.getAsDouble() ? exact(at, at + 1, whole) : Optional.empty();
  }

  private Integer factor(int at) {
    String word = tokens.get(at).norm();
    return word.equals("dozen") ? Integer.valueOf(12) : NumberWords.factor(word);
  }

  private static Optional<Quantity> exact(int from, int to, long count) {
    return Optional.of(new Quantity(from, to, count, null, FigureModifier.EXACT, false));
  }

  /** Dozens; several thousand; tens of thousands; hundreds of thousands. */
  private Optional<Quantity> plural(int at) {
    String word = tokens.get(at).norm();
    boolean several = word.equals("several") || word.equals("many");
    Integer after = at + 1 < tokens.size() && joined(at + 1) ? factor(at + 1) : null;
    if (several && after != null) {
      return atLeast(at, at + 2, after);
    }
    Integer least = word.equals("tens") ? Integer.valueOf(10) : NumberWords.plural(word);
    if (least == null) {
      return Optional.empty();
    }
    boolean of = at + 2 < tokens.size() && tokens.get(at + 1).norm().equals("of");
    Integer times = of && joined(at + 2) ? NumberWords.plural(tokens.get(at + 2).norm()) : null;
    if (times != null) {
      return atLeast(at, at + 3, (long) least * times);
    }
    return word.equals("tens") ? Optional.empty() : atLeast(at, at + 1, least);
  }

  private static Optional<Quantity> atLeast(int from, int to, long count) {
    return Optional.of(new Quantity(from, to, count, null, FigureModifier.AT_LEAST, false));
  }

  /** Twenty-two; two hundred and ten; a dozen; a hundred thousand. */
  private Optional<Quantity> inWords(int from) {
    long total = 0;
    long part = 0;
    int at = from;
    boolean any = false;
    while (at < tokens.size() && (at == from || joined(at))) {
      String word = tokens.get(at).norm();
      Integer addend = NumberWords.addend(word);
      Integer factor = factor(at);
      if (addend != null
          && (part % 100 == 0 || (part % 10 == 0 && addend < 10 && part % 100 > 10))) {
        part += addend;
      } else if (factor != null && (any || isArticleBefore(at, from))) {
        part = Math.max(1, part) * factor;
        if (factor >= 1000) {
          total += part;
          part = 0;
        }
      } else if (!(word.equals("and") && part % 100 == 0 && any && isAddend(at + 1))
          && !(at == from
              && word.equals("a")
              && at + 1 < tokens.size()
              && factor(at + 1) != null)) {
        break;
      }
      any |= addend != null || factor != null;
      at++;
    }
    return any && total + part > 0 ? exact(from, at, total + part) : Optional.empty();
  }

  private boolean isArticleBefore(int at, int from) {
    return at == from + 1 && tokens.get(from).norm().equals("a");
  }

  private boolean isAddend(int at) {
    return at < tokens.size() && NumberWords.addend(tokens.get(at).norm()) != null;
  }

  /** "A man", "an opposition activist": one, when a person follows within three words. */
  private Optional<Quantity> article(int at) {
    String word = tokens.get(at).norm();
    if (!word.equals("a") && !word.equals("an")) {
      return Optional.empty();
    }
    for (int noun = at + 1; noun < Math.min(tokens.size(), at + 6) && joined(noun); noun++) {
      if (words.is(In.PERSON, tokens.get(noun).norm())) {
        return Optional.of(new Quantity(at, at + 1, 1, null, FigureModifier.EXACT, true));
      }
      if (words.is(In.PHRASE_ENDS, tokens.get(noun).norm())) {
        break;
      }
    }
    return Optional.empty();
  }

  /** "30-40", "30 to 40", "between 30 and 40". */
  private Quantity range(Quantity low) {
    int next = low.to();
    if (low.article() || low.modifier() != FigureModifier.EXACT || next >= tokens.size()) {
      return low;
    }
    boolean between = low.from() > 0 && tokens.get(low.from() - 1).norm().equals("between");
    String word = tokens.get(next).norm();
    boolean linked = word.equals("to") || (between && word.equals("and"));
    boolean hyphen = tokens.get(next).border() == Border.HYPHEN;
    int at = hyphen ? next : next + 1;
    if (!(hyphen || (linked && joined(next))) || at >= tokens.size()) {
      return low;
    }
    return numberAt(at)
        .filter(high -> high.count() > low.count() && !high.article())
        .map(
            high ->
                new Quantity(
                    between ? low.from() - 1 : low.from(),
                    high.to(),
                    low.count(),
                    high.count(),
                    FigureModifier.RANGE,
                    false))
        .orElse(low);
  }

  private Quantity modified(Quantity plain) {
    if (plain.article()) {
      return plain;
    }
    Quantity quantity = Modifiers.before(tokens, plain);
    int end = tokens.get(quantity.to() - 1).until();
    boolean plus = end < post.text().length() && post.text().charAt(end) == '+';
    return plus ? quantity.to(quantity.to(), FigureModifier.AT_LEAST) : quantity;
  }

  private boolean joined(int at) {
    return tokens.get(at).isJoined();
  }
}

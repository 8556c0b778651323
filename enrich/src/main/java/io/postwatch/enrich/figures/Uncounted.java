// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.figures.FigureWords.In;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
import io.postwatch.enrich.tokens.Token.Kind;
import io.postwatch.schema.FigureModifier;
import java.util.List;

/** Tells the numbers that count nothing: money, measures, dates, ages, codes. */
final class Uncounted {
  private static final String CURRENCIES = "$€£¥₽₴₸₹";

  private final PostText post;
  private final List<Token> tokens;
  private final FigureWords words;

  Uncounted(PostText post, FigureWords words) {
    this.post = post;
    this.tokens = post.tokens();
    this.words = words;
  }

  /** Whether a quantity counts nothing. */
  boolean includes(Quantity quantity) {
    return isMoneyOrPercent(quantity)
        || isLabelled(quantity)
        || isMeasure(quantity)
        || isPartOfACode(quantity)
        || isYear(quantity)
        || isAge(quantity);
  }

  private boolean isMoneyOrPercent(Quantity quantity) {
    String text = post.text();
    int start = tokens.get(quantity.from()).at();
    int last = tokens.get(quantity.to() - 1).at();
    int end = tokens.get(quantity.to() - 1).until();
    char after = end < text.length() ? text.charAt(end) : ' ';
    return (start > 0 && CURRENCIES.indexOf(text.charAt(start - 1)) >= 0)
        || (last > 0 && CURRENCIES.indexOf(text.charAt(last - 1)) >= 0)
        || CURRENCIES.indexOf(after) >= 0
        || after == '%'
        || (after == ':' && end + 1 < text.length() && Character.isDigit(text.charAt(end + 1)));
  }

  private boolean isLabelled(Quantity quantity) {
    int before = quantity.from() - 1;
    return quantity.modifier() == FigureModifier.EXACT
        && !quantity.article()
        && before >= 0
        && tokens.get(quantity.from()).border() != Border.STOP
        && words.is(In.LABEL, tokens.get(before).norm());
  }

  private boolean isMeasure(Quantity quantity) {
    for (int at = quantity.to(); at < Math.min(tokens.size(), quantity.to() + 2); at++) {
      if (!joined(at)) {
        return false;
      }
      String word = tokens.get(at).norm();
      if (words.is(In.MEASURE, word)) {
        return true;
      }
      if (!word.equals("of") && !word.equals("million") && !word.equals("per")) {
        return false;
      }
    }
    return false;
  }

  /** Covid-19, F-16, 713-881-3100, 9/11, 10.55. */
  private boolean isPartOfACode(Quantity quantity) {
    int from = quantity.from();
    int to = quantity.to();
    boolean gluedBefore = from > 0 && tokens.get(from).border() == Border.HYPHEN;
    boolean gluedAfter =
        to < tokens.size()
            && tokens.get(to).kind() == Kind.NUMBER
            && tokens.get(to).start() == tokens.get(to - 1).end() + 1
            && tokens.get(to).border() != Border.SPACE;
    boolean gluedToNumber =
        from > 0
            && tokens.get(from - 1).kind() == Kind.NUMBER
            && tokens.get(from).start() == tokens.get(from - 1).end() + 1
            && tokens.get(from).border() != Border.SPACE;
    return gluedBefore || gluedAfter || gluedToNumber;
  }

  private boolean isYear(Quantity quantity) {
    boolean year =
        quantity.modifier() == FigureModifier.EXACT
            && quantity.count() >= 1900
            && quantity.count() < 2100
            && post.words(quantity.from(), quantity.to()).length() == 4;
    int after = quantity.to();
    return year
        && !(after < tokens.size()
            && joined(after)
            && (words.is(In.THING, tokens.get(after).norm())
                || words.isPeople(tokens.get(after).norm())));
  }

  /** "8-year-old" is a measure; this is "Ada Field, 20, was". */
  private boolean isAge(Quantity quantity) {
    int from = quantity.from();
    int to = quantity.to();
    return from > 0
        && to - from == 1
        && quantity.count() < 120
        && tokens.get(from).kind() == Kind.NUMBER
        && tokens.get(from).border() == Border.PAUSE
        && tokens.get(from - 1).isCapitalised()
        && to < tokens.size()
        && tokens.get(to).border() == Border.PAUSE;
  }

  private boolean joined(int at) {
    return tokens.get(at).isJoined();
  }
}

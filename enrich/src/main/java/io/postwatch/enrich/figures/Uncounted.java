// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.figures.FigureWords.In;
import io.postwatch.enrich.tokens.NumberWords;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
import io.postwatch.enrich.tokens.Token.Kind;
import io.postwatch.schema.FigureModifier;
import java.util.List;
import java.util.Set;

/** Tells the numbers that count nothing: money, measures, dates, ages, codes, nought. */
final class Uncounted {
  private static final Set<String> BEFORE_A_YEAR =
      Set.of("in", "of", "since", "until", "from", "during", "after", "before");

  private static final String CURRENCIES = "$€£¥₽₴₸₹";
  private static final int MOST_DAYS = 31;
  private static final int OLDEST = 120;

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
    if (quantity.isArticle()) {
      return false;
    }
    return quantity.count() == 0
        || isMoneyOrPercent(quantity)
        || isLabelled(quantity)
        || isMeasure(quantity)
        || isPartOfACode(quantity)
        || isYear(quantity)
        || isAge(quantity)
        || isRatio(quantity)
        || isRisen(quantity);
  }

  private boolean isMoneyOrPercent(Quantity quantity) {
    String text = post.text();
    int start = tokens.get(quantity.number()).at();
    int last = tokens.get(quantity.to() - 1).at();
    int end = tokens.get(quantity.to() - 1).until();
    char after = end < text.length() ? text.charAt(end) : ' ';
    return (start > 0 && CURRENCIES.indexOf(text.charAt(start - 1)) >= 0)
        || (last > 0 && CURRENCIES.indexOf(text.charAt(last - 1)) >= 0)
        || CURRENCIES.indexOf(after) >= 0
        || after == '%'
        || after == '°'
        || text.startsWith(" %", end)
        || (after == ':' && end + 1 < text.length() && Character.isDigit(text.charAt(end + 1)))
        || (start > 1
            && text.charAt(start - 1) == ':'
            && Character.isDigit(text.charAt(start - 2)));
  }

  private boolean isLabelled(Quantity quantity) {
    int before = quantity.number() - 1;
    if (quantity.modifier() != FigureModifier.EXACT || before < 0) {
      return false;
    }
    Border border = tokens.get(quantity.number()).border();
    String word = tokens.get(before).norm();
    if (border == Border.STOP) {
      return words.is(In.ABBREVIATION, word) && isAfterFullStop(quantity.number());
    }
    boolean date = words.is(In.MONTH, word) && tokens.get(before).isCapitalised();
    return words.is(In.LABEL, word)
        || (date && quantity.count() <= MOST_DAYS && !post.hasColonAfter(before))
        || (words.is(In.SOFT_LABEL, word) && !hasKnownNoun(quantity));
  }

  /** "No. 5", "Rs.20". */
  private boolean isAfterFullStop(int at) {
    String gap = gapBefore(at);
    return gap.equals(".") || gap.equals(". ");
  }

  private String gapBefore(int at) {
    return post.text().substring(tokens.get(at - 1).until(), tokens.get(at).at());
  }

  private boolean hasKnownNoun(Quantity quantity) {
    int at = quantity.noun();
    return at < tokens.size() && joined(at) && words.isCountable(tokens.get(at).norm());
  }

  private boolean isMeasure(Quantity quantity) {
    for (int at = quantity.noun(); at < Math.min(tokens.size(), quantity.noun() + 2); at++) {
      if (!joined(at)) {
        return false;
      }
      String word = tokens.get(at).norm();
      if (isMonth(at, quantity)) {
        return true;
      }
      if (words.is(In.MEASURE, word)) {
        return !isLabel(at);
      }
      if (!word.equals("of") && !word.equals("more") && !word.equals("full")) {
        return false;
      }
    }
    return false;
  }

  /** "Deaths: 84 Acres: 300": the acres are 300. */
  private boolean isLabel(int at) {
    return at + 1 < tokens.size()
        && tokens.get(at + 1).kind() == Kind.NUMBER
        && post.hasColonAfter(at);
  }

  /** "12 May", "14-march". */
  private boolean isMonth(int at, Quantity quantity) {
    return words.is(In.MONTH, tokens.get(at).norm())
        && quantity.count() <= MOST_DAYS
        && (tokens.get(at).isCapitalised() || tokens.get(at).border() == Border.HYPHEN);
  }

  /** Covid-19, F-16, 713-881-3100, 555 010 2299, 9/11, 3-1. */
  private boolean isPartOfACode(Quantity quantity) {
    int from = quantity.number();
    boolean word = tokens.get(from).kind() == Kind.WORD;
    boolean gluedBefore =
        from > 0 && from == quantity.from() && tokens.get(from).border() == Border.HYPHEN;
    return !word
            && (gluedBefore && isCode(from - 1) && !hasKnownNoun(quantity)
                || isGlued(from)
                || isGlued(quantity.to()))
        || (word && gluedBefore);
  }

  /** What makes a code with the number after it: not "so sad-225 dead". */
  private boolean isCode(int at) {
    return tokens.get(at).kind() == Kind.NUMBER
        || tokens.get(at).isCapitalised()
        || post.words(at, at + 1).length() == 1;
  }

  /** Whether a number stands right beside the one before it. */
  private boolean isGlued(int at) {
    return at > 0
        && at < tokens.size()
        && tokens.get(at).kind() == Kind.NUMBER
        && tokens.get(at - 1).kind() == Kind.NUMBER
        && tokens.get(at).at() == tokens.get(at - 1).until() + 1
        && (tokens.get(at).border() != Border.SPACE || isLong(at));
  }

  /** Of two numbers with a space between, one is as long as a part of a telephone number. */
  private boolean isLong(int at) {
    String one = post.words(at - 1, at);
    String other = post.words(at, at + 1);
    boolean digits = (one + other).chars().allMatch(Character::isDigit);
    return digits && (one.length() > 3 || other.length() > 3);
  }

  private boolean isYear(Quantity quantity) {
    boolean year =
        quantity.modifier() == FigureModifier.EXACT
            && quantity.count() >= (isAfterTime(quantity) ? 1000 : 1900)
            && quantity.count() < 2100
            && post.words(quantity.from(), quantity.to()).length() == 4;
    return year && !hasKnownNoun(quantity);
  }

  /** "In 1572", "the massacre of 1572". */
  private boolean isAfterTime(Quantity quantity) {
    int from = quantity.from();
    return from > 0
        && tokens.get(from).isJoined()
        && BEFORE_A_YEAR.contains(tokens.get(from - 1).norm());
  }

  /** "8-year-old" is a measure; these are "Ada Field, 20, was" and "children under 12". */
  private boolean isAge(Quantity quantity) {
    int from = quantity.from();
    if (from == 0 || quantity.count() >= OLDEST) {
      return false;
    }
    String before = tokens.get(from - 1).norm();
    String bound = tokens.get(from).norm();
    boolean limit =
        (bound.equals("under") || bound.equals("over"))
            && tokens.get(from).isJoined()
            && words.isPeople(before)
            && !hasKnownNoun(quantity);
    boolean person = tokens.get(from - 1).isCapitalised() || words.is(In.PERSON, before);
    return limit || (isInserted(quantity) && (person || quantity.to() < tokens.size()));
  }

  /** A bare number in digits between commas or brackets. */
  private boolean isInserted(Quantity quantity) {
    int from = quantity.from();
    int to = quantity.to();
    String gap = gapBefore(from).strip();
    return to - from == 1
        && tokens.get(from).kind() == Kind.NUMBER
        && tokens.get(from - 1).isWord()
        && (gap.equals(",") || gap.equals("("))
        && (to >= tokens.size() || !tokens.get(to).isJoined() || isSingular(quantity, to));
  }

  /** "Ada, 11 is" tells an age, "in Ada, 11 are" does not. */
  private boolean isSingular(Quantity quantity, int at) {
    String word = tokens.get(at).norm();
    return quantity.count() > 1 && (word.equals("is") || word.equals("was") || word.equals("has"));
  }

  /** "One in five homes". */
  private boolean isRatio(Quantity quantity) {
    int to = quantity.to();
    boolean first =
        to + 1 < tokens.size()
            && tokens.get(to).norm().equals("in")
            && quantity.count() < 10
            && isSmallNumber(to + 1)
            && !words.is(In.MEASURE, word(to + 2));
    int number = quantity.number();
    boolean second =
        number > 1
            && tokens.get(number - 1).norm().equals("in")
            && isSmallNumber(number - 2)
            && quantity.count() <= 1000;
    return first || second;
  }

  private boolean isSmallNumber(int at) {
    Token token = tokens.get(at);
    return at + 1 < tokens.size()
        && tokens.get(at + 1).isJoined()
        && (NumberWords.addend(token.norm()) != null
            || (token.kind() == Kind.NUMBER && token.norm().length() <= 4));
  }

  /** In "rises from 12 to 15", 12 was said before. */
  boolean isRisen(Quantity quantity) {
    int from = quantity.from();
    return from > 1
        && tokens.get(from - 1).norm().equals("from")
        && words.is(In.RISES, tokens.get(from - 2).norm());
  }

  private String word(int at) {
    return at < tokens.size() ? tokens.get(at).norm() : "";
  }

  private boolean joined(int at) {
    return tokens.get(at).isJoined();
  }
}

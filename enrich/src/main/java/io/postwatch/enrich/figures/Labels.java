// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.figures.Claim.Way;
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
  private static final int REACH = 18;
  private static final int LABEL = 3;
  private static final int OF = 6;
  private static final String MARKS = ":=-–—→ \u00a0";

  private final PostText post;
  private final List<Token> tokens;
  private final FigureWords words;
  private final Doubts doubts;

  Labels(PostText post, FigureWords words, Doubts doubts) {
    this.post = post;
    this.tokens = post.tokens();
    this.words = words;
    this.doubts = doubts;
  }

  /**
   * What the heading before a quantity says of it.
   *
   * @param previous the quantity before it; null for the first
   */
  Optional<Claim> claim(Quantity quantity, Counted counted, Quantity previous) {
    int since = previous == null ? 0 : previous.to();
    int before = quantity.from() - 1;
    if (before < since || quantity.isArticle()) {
      return Optional.empty();
    }
    boolean unknown =
        counted.sort() == Counted.Sort.UNKNOWN
            || (counted.head() >= 0 && post.hasColonAfter(counted.head()));
    Counted known = unknown ? Counted.none(quantity.to()) : counted;
    return marked(quantity, known, previous)
        .or(() -> noun(quantity, since, previous).map(kind -> Claim.of(kind, known, Way.LABEL)))
        .filter(claim -> Claim.fits(claim.kind(), claim.counted()))
        .or(() -> toll(quantity, known, since));
  }

  /** Whether a colon or dash stands between a quantity and the word before it. */
  boolean isMarked(Quantity quantity) {
    if (quantity.from() == 0) {
      return false;
    }
    int end = tokens.get(quantity.from() - 1).until();
    String gap = post.text().substring(end, tokens.get(quantity.from()).at());
    return !gap.isBlank() && gap.chars().allMatch(c -> MARKS.indexOf(c) >= 0);
  }

  /** "Injured: 12", "Houses damaged - 40", "Killed so far: 3". */
  private Optional<Claim> marked(Quantity quantity, Counted counted, Quantity previous) {
    if (!isMarked(quantity)) {
      return Optional.empty();
    }
    int since = previous == null ? 0 : previous.to();
    for (int at = quantity.from() - 1; at >= Math.max(since, quantity.from() - LABEL); at--) {
      FigureKind kind = kindAt(at);
      boolean another =
          (previous != null && at == since && !isMarked(previous))
              || (!post.hasColonAfter(quantity.from() - 1) && !beginsLine(at, since));
      if (kind != null) {
        Counted labelled = counted.sort() == Counted.Sort.NONE ? thing(at, counted) : counted;
        return another ? Optional.empty() : Optional.of(Claim.of(kind, labelled, Way.LABEL));
      }
      if (tokens.get(at).border() == Border.STOP || !isFiller(tokens.get(at).norm())) {
        break;
      }
    }
    return Optional.empty();
  }

  /** A dash is also a bullet: "many were destroyed - 39 ...". */
  private boolean beginsLine(int label, int since) {
    for (int at = label; at >= Math.max(since, label - 1); at--) {
      if (!tokens.get(at).isJoined()) {
        return true;
      }
    }
    return false;
  }

  private boolean isFiller(String word) {
    return words.is(In.NAMELESS, word)
        || words.is(In.TOLL_STEPS, word)
        || words.isPeople(word)
        || words.is(In.THING, words.lemmas().singular(word));
  }

  /** The houses of "houses damaged: 40" or "damaged houses: 40". */
  private Counted thing(int label, Counted none) {
    for (int at = Math.max(0, label - 1); at < Math.min(tokens.size(), label + 2); at++) {
      String noun = words.lemmas().singular(tokens.get(at).norm());
      if (at != label && words.is(In.THING, noun)) {
        return new Counted(noun, Counted.Sort.THING, none.head(), none.to());
      }
    }
    return none;
  }

  private FigureKind kindAt(int at) {
    String word = tokens.get(at).norm();
    if (word.equals("toll")) {
      return tollKind(at);
    }
    Said noun = words.noun(word);
    if (noun != null && noun.strength() == Said.Strength.SURE) {
      return noun.kind();
    }
    return words
        .after(tokens, at)
        .filter(match -> match.to() == at + 1 && match.value().strength() == Said.Strength.SURE)
        .map(match -> match.value().kind())
        .orElse(null);
  }

  private FigureKind tollKind(int at) {
    boolean injury = at > 0 && tokens.get(at - 1).norm().startsWith("injur");
    return injury ? FigureKind.INJURED : FigureKind.KILLED;
  }

  /** "Injuries up to 150", "deaths 12" at the start of a line. */
  private Optional<FigureKind> noun(Quantity quantity, int since, Quantity previous) {
    int label = quantity.from() - 1;
    if (tokens.get(quantity.from()).border() == Border.STOP) {
      return Optional.empty();
    }
    String word = tokens.get(label).norm();
    boolean toll = word.equals("toll");
    boolean own = label > since || previous == null || isMarked(previous);
    boolean first = own && (!tokens.get(label).isJoined() || label == since);
    boolean bound = quantity.modifier() != FigureModifier.EXACT;
    Said noun = words.noun(word);
    boolean plural = noun != null && words.lemmas().isPlural(word);
    if (toll) {
      return Optional.of(tollKind(label));
    }
    return plural && (bound || first) && !doubts.before(label, LABEL)
        ? Optional.of(noun.kind())
        : Optional.empty();
  }

  /** "The death toll ... rises to 66", "the number of arrested is now 40", "deaths reach 12". */
  private Optional<Claim> toll(Quantity quantity, Counted counted, int since) {
    int before = quantity.from() - 1;
    boolean step = words.is(In.TOLL_STEPS, tokens.get(before).norm());
    boolean bound = quantity.from() < quantity.number();
    boolean joined = tokens.get(quantity.from()).isJoined();
    if (!isMarked(quantity) && !(joined && (step || bound))) {
      return Optional.empty();
    }
    boolean steps = true;
    for (int at = before; at >= Math.max(since, before - REACH); at--) {
      if (doubts.isDoubt(at)) {
        return Optional.empty();
      }
      Claim claim = tollAt(at, before, counted, steps);
      if (claim != null) {
        return Optional.of(claim).filter(found -> fits(found));
      }
      steps &= isStep(at);
      if (tokens.get(at).border() == Border.STOP) {
        break;
      }
    }
    return Optional.empty();
  }

  private static boolean fits(Claim claim) {
    return claim.kind() == null || Claim.fits(claim.kind(), claim.counted());
  }

  private boolean isStep(int at) {
    String word = tokens.get(at).norm();
    return words.is(In.TOLL_STEPS, word) || words.is(In.NAMELESS, word);
  }

  private Claim tollAt(int at, int before, Counted counted, boolean steps) {
    String word = tokens.get(at).norm();
    if (word.equals("toll")) {
      return Claim.of(tollKind(at), counted, Way.LABEL);
    }
    if (words.is(In.TOLLS, word)) {
      FigureKind kind = countedUp(at, before);
      boolean sum = kind == null && (word.equals("total") || word.equals("tally")) && steps;
      return kind != null || sum ? Claim.of(kind, counted, Way.LABEL) : null;
    }
    boolean next = at < before || words.is(In.TOLL_STEPS, word);
    FigureKind kind = steps && next && counted.head() < 0 ? kindAt(at) : null;
    boolean noun = words.noun(word) != null || word.equals("missing") || word.equals("dead");
    return kind != null && noun ? Claim.of(kind, counted, Way.LABEL) : null;
  }

  /** The kind of "number of people killed", "death count"; null for other counts. */
  private FigureKind countedUp(int at, int before) {
    if (at > 0) {
      Said noun = words.noun(tokens.get(at - 1).norm());
      if (noun != null && tokens.get(at).isJoined()) {
        return noun.kind();
      }
    }
    if (at + 1 > before || !tokens.get(at + 1).norm().equals("of")) {
      return null;
    }
    for (int i = at + 2; i <= Math.min(before, at + OF); i++) {
      FigureKind kind = kindAt(i);
      if (kind != null) {
        return kind;
      }
    }
    return null;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.figures.Claim.Way;
import io.postwatch.enrich.figures.FigureWords.In;
import io.postwatch.enrich.tokens.Phrases.Match;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
import io.postwatch.schema.FigureKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a quantity counts from the words after it: two people in a car were killed. */
final class SaidAfter {
  private static final int FAR = 18;
  private static final int SENTENCE = 20;
  private static final int AMONG_REACH = 5;
  private static final Set<String> PLACES = Set.of("in", "across", "at", "near", "from", "within");

  private final PostText post;
  private final List<Token> tokens;
  private final FigureWords words;
  private final Doubts doubts;
  private final Labels labels;
  private final Insertions insertions;

  SaidAfter(PostText post, FigureWords words, Doubts doubts, Labels labels) {
    this.post = post;
    this.labels = labels;
    this.tokens = post.tokens();
    this.words = words;
    this.doubts = doubts;
    this.insertions = new Insertions(tokens, words);
  }

  /** What has been seen between a quantity and a verb. */
  private static final class Seen {
    /** A form of to be. */
    private boolean be;

    /** A form of to have. */
    private boolean have;

    /** A preposition. */
    private boolean aside;

    /** A word that may be another verb. */
    private boolean loose;

    boolean auxiliary() {
      return be || have;
    }
  }

  /**
   * What the verb after a quantity says of it.
   *
   * @param next the quantity after it; null for the last
   */
  Optional<Claim> claim(Quantity quantity, Counted counted, Quantity next) {
    Seen seen = new Seen();
    int start = start(quantity, counted);
    int quiet = -1;
    for (int at = start; at < Math.min(tokens.size(), start + FAR); at++) {
      int past = pastInsertion(at, seen);
      if (past == Integer.MAX_VALUE) {
        break;
      }
      quiet = past > at ? past : quiet;
      at = past;
      boolean reached = next != null && at >= next.from() && next.from() > quiet;
      if ((reached && !isInPlace(next)) || endsClause(at, seen)) {
        break;
      }
      if (isWord(at, "among")) {
        return Optional.of(among(at, counted));
      }
      if (isPurpose(quantity, at)) {
        break;
      }
      Optional<Match<Said>> match = words.after(tokens, at);
      if (match.isPresent()) {
        return match
            .filter(found -> isMeant(found, seen, quantity, counted, next))
            .flatMap(found -> claim(found, quantity, counted, next));
      }
      see(at, seen);
    }
    return ofThemselves(counted, next);
  }

  /** Where to read on; in "12 arrested men" and "a missing man" the verb is before the noun. */
  private int start(Quantity quantity, Counted counted) {
    int first = quantity.isArticle() ? quantity.from() + 1 : quantity.noun();
    for (int at = first; at < counted.head(); at++) {
      if (words.isPredicate(tokens, at)) {
        return at;
      }
    }
    return counted.head() < 0 ? quantity.noun() : counted.to();
  }

  /** The token to read on from; the token itself without an insertion; the largest for none. */
  private int pastInsertion(int at, Seen seen) {
    int part = insertions.pastPart(at);
    if (part > 0 || tokens.get(at).isJoined()) {
      return Math.max(part, at);
    }
    int past = insertions.pastPauses(at);
    if (past >= 0) {
      return past;
    }
    boolean verbs = seen.be && at > 0 && tokens.get(at - 1).norm().endsWith("ed");
    boolean more = tokens.get(at).border() == Border.PAUSE && words.isPredicate(tokens, at);
    return verbs && more ? at : Integer.MAX_VALUE;
  }

  /** The 40 of "900 people in 40 villages were". */
  private boolean isInPlace(Quantity next) {
    return next.from() > 0
        && tokens.get(next.from()).isJoined()
        && PLACES.contains(tokens.get(next.from() - 1).norm());
  }

  private boolean endsClause(int at, Seen seen) {
    String word = tokens.get(at).norm();
    if (words.is(In.CLAUSE_ENDS, word)) {
      boolean relative =
          word.equals("that")
              && at + 1 < tokens.size()
              && (isAuxiliary(at + 1) || words.isPredicate(tokens, at + 1));
      return !relative;
    }
    boolean noun = seen.be && (word.equals("a") || word.equals("an") || word.equals("the"));
    boolean active = seen.be && word.endsWith("ing") && !words.is(In.TO_BE, word);
    if (noun
        || (active && !words.isPredicate(tokens, at))
        || words.is(In.SAYINGS, word)
        || words.is(In.ESCAPES, word)) {
      return true;
    }
    boolean and = word.equals("and") || word.equals("but") || word.equals("amp");
    boolean stranger =
        and
            && at + 1 < tokens.size()
            && (words.is(In.OTHERS, tokens.get(at + 1).norm())
                || (!seen.auxiliary() && words.isPredicate(tokens, at + 1)));
    return stranger || doubts.isDoubt(at);
  }

  private boolean isAuxiliary(int at) {
    String word = at < tokens.size() ? tokens.get(at).norm() : "";
    return words.is(In.TO_BE, word) || words.is(In.TO_HAVE, word);
  }

  /** "People to be evacuated", but not "had to be evacuated" nor "forcing people to flee". */
  private boolean isPurpose(Quantity quantity, int at) {
    if (!isWord(at, "to") || at + 1 >= tokens.size()) {
      return false;
    }
    boolean verb = isWord(at + 1, "be") || words.isPredicate(tokens, at + 1);
    boolean compelled =
        doubts.isCompelled(at)
            || (quantity.from() > 0
                && words.is(In.COMPELLED, tokens.get(quantity.from() - 1).norm()));
    return verb && !compelled;
  }

  private void see(int at, Seen seen) {
    String word = tokens.get(at).norm();
    if (words.is(In.TO_BE, word)) {
      seen.be = true;
    } else if (words.is(In.TO_HAVE, word)) {
      seen.have = true;
    } else if (words.is(In.ASIDE, word)) {
      seen.aside = true;
    } else if (!seen.aside
        && !words.is(In.ADVERBS, word)
        && !word.endsWith("ly")
        && !words.isCountable(word)) {
      seen.loose = true;
    }
  }

  private boolean isMeant(
      Match<Said> match, Seen seen, Quantity quantity, Counted counted, Quantity next) {
    boolean alone = words.is(In.WITHOUT_OBJECT, tokens.get(match.from()).norm());
    boolean passive = seen.be || !seen.have;
    boolean near = !seen.aside && !seen.loose;
    boolean reachable =
        seen.auxiliary() || near || ((seen.aside || alone) && isBoundary(match.to()));
    boolean bare = counted.head() < 0 && match.from() == quantity.noun();
    boolean list = bare && next != null && next.from() == match.to();
    boolean object =
        !seen.be && !list && !alone && !isBeforeNoun(match, counted) && hasObject(match.to(), next);
    boolean unnamed =
        match.value().kind() == FigureKind.DAMAGED && counted.sort() == Counted.Sort.NONE;
    return (passive || alone)
        && reachable
        && !object
        && !(unnamed && !near)
        && !isLabel(match.to(), quantity, next)
        && !(isWord(match.from(), "shot") && isWord(match.to(), "at"));
  }

  /** "Killed: 12 Injured: 40": what follows 12 is said of 40. */
  private boolean isLabel(int end, Quantity quantity, Quantity next) {
    return post.hasColonAfter(end - 1)
        && next != null
        && next.from() == end
        && labels.isMarked(quantity);
  }

  /** Whether no noun follows that the word before could belong to. */
  private boolean isBoundary(int at) {
    return at >= tokens.size()
        || !tokens.get(at).isJoined()
        || words.is(In.PHRASE_ENDS, tokens.get(at).norm())
        || tokens.get(at).norm().isEmpty();
  }

  private boolean hasObject(int at, Quantity next) {
    if (at >= tokens.size() || !tokens.get(at).isJoined() || tokens.get(at - 1).inHashtag()) {
      return false;
    }
    String word = tokens.get(at).norm();
    return words.is(In.OBJECTS, word)
        || (next != null && next.from() == at)
        || (words.lemmas().isPlural(word) && words.isCountable(word));
  }

  private Optional<Claim> claim(
      Match<Said> match, Quantity quantity, Counted counted, Quantity next) {
    FigureKind kind = match.value().kind();
    boolean march = kind == FigureKind.PROTESTERS;
    boolean attributive = isBeforeNoun(match, counted);
    boolean to = counted.head() < 0 && isWordTo(quantity, match.from());
    boolean homeless = attributive && isWord(match.from(), "homeless");
    boolean fits =
        Claim.fits(kind, counted)
            && !homeless
            && !to
            && doubts.isBelieved(match.value(), counted)
            && !(march && (quantity.isArticle() || attributive))
            && !(attributive && doubts.isUndone(kind, quantity, counted));
    return fits
        ? Optional.of(new Claim(kind, second(match, counted, next), counted, Way.AFTER))
        : Optional.empty();
  }

  /** The 2 of "need 2 evacuate". */
  private boolean isWordTo(Quantity quantity, int verb) {
    int at = quantity.from();
    return at > 0
        && words.is(In.BASE, tokens.get(verb).norm())
        && tokens.get(at).isJoined()
        && tokens.get(at - 1).isWord()
        && (tokens.get(at).norm().equals("2") || tokens.get(at).norm().equals("4"));
  }

  private static boolean isBeforeNoun(Match<Said> match, Counted counted) {
    return match.to() <= counted.head();
  }

  /** What else is said: "abducted and shot dead", "dead and wounded"; null for nothing. */
  private FigureKind second(Match<Said> first, Counted counted, Quantity next) {
    int and = first.to();
    if (and + 1 >= tokens.size() || !tokens.get(and).isJoined() || !isWord(and, "and")) {
      return null;
    }
    return words
        .after(tokens, and + 1)
        .filter(match -> tokens.get(and + 1).isJoined())
        .filter(match -> match.value().kind() != first.value().kind())
        .filter(match -> match.value().strength() == Said.Strength.SURE)
        .filter(match -> Claim.fits(match.value().kind(), counted))
        .filter(match -> match.value().kind() != FigureKind.DAMAGED || counted.isNamed())
        .filter(match -> !hasObject(match.to(), next) && !post.hasColonAfter(match.to() - 1))
        .map(match -> match.value().kind())
        .orElse(null);
  }

  /** "Were among the dead": known by what follows; "among five killed": by the next quantity. */
  private Claim among(int at, Counted counted) {
    for (int i = at + 1; i < Math.min(tokens.size(), at + AMONG_REACH); i++) {
      if (!tokens.get(i).isJoined()) {
        break;
      }
      Optional<Match<Said>> match = words.after(tokens, i);
      if (match.isPresent()) {
        FigureKind kind = match.get().value().kind();
        return Claim.fits(kind, counted) ? Claim.of(kind, counted, Way.AMONG) : Claim.none(counted);
      }
    }
    return new Claim(null, null, counted, Way.AMONG);
  }

  /** "Two bombers set off a charge, killing themselves". */
  private Optional<Claim> ofThemselves(Counted counted, Quantity next) {
    if (counted.sort() != Counted.Sort.PEOPLE) {
      return Optional.empty();
    }
    int limit = Math.min(tokens.size(), counted.to() + SENTENCE);
    limit = next == null ? limit : Math.min(limit, next.from());
    for (int at = counted.to(); at + 1 < limit; at++) {
      if (tokens.get(at).border() == Border.STOP) {
        break;
      }
      String self = tokens.get(at + 1).norm();
      if (self.equals("themselves") || self.equals("himself") || self.equals("herself")) {
        return words
            .after(tokens, at)
            .map(match -> Claim.of(match.value().kind(), counted, Way.AFTER));
      }
    }
    return Optional.empty();
  }

  private boolean isWord(int at, String word) {
    return at < tokens.size() && tokens.get(at).norm().equals(word);
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.figures.Claim.Way;
import io.postwatch.enrich.tokens.Phrases.Match;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
import io.postwatch.schema.FigureKind;
import io.postwatch.schema.FigureModifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads from the words around a quantity what it counts. */
final class ClaimReader {
  private static final int FAR = 14;
  private static final int NEAR = 5;
  private static final int PART = 10;
  private static final int TOLL_REACH = 18;

  private static final Set<String> TO_BE =
      Set.of("was", "were", "been", "being", "be", "is", "are", "got", "get");

  private static final Set<String> TO_HAVE = Set.of("has", "have", "had", "having");

  /** They need no object, so "have died" says what "have killed" does not. */
  private static final Set<String> WITHOUT_OBJECT =
      Set.of(
          "died",
          "dead",
          "die",
          "dies",
          "dying",
          "perished",
          "drowned",
          "fled",
          "flee",
          "fleeing",
          "missing",
          "homeless",
          "marched",
          "rallied",
          "protested",
          "demonstrated",
          "gathered",
          "lost",
          "suffocated",
          "disappeared",
          "took",
          "taken",
          "taking",
          "participated",
          "turned",
          "sustained",
          "suffered",
          "collapsed",
          "march",
          "rally",
          "protest",
          "gather",
          "poured");

  private static final Set<String> OBJECTS =
      Set.of("the", "a", "an", "his", "her", "their", "its", "our", "them", "him", "themselves");

  private static final Set<String> ASIDE =
      Set.of(
          "in", "on", "at", "near", "across", "around", "outside", "inside", "along", "from", "of",
          "aboard", "who", "between");

  private static final Set<String> CLAUSE_ENDS =
      Set.of(
          "that", "which", "when", "while", "after", "as", "because", "but", "by", "during",
          "since", "if", "for", "with", "before", "against", "whose", "where", "despite", "amid");

  private static final Set<String> PASSED_OVER =
      Set.of(
          "another",
          "a",
          "the",
          "total",
          "of",
          "as",
          "also",
          "other",
          "its",
          "their",
          "further",
          "additional",
          "all",
          "down",
          "off",
          "up",
          "themselves");

  private static final Set<String> TOLL_STEPS =
      Set.of(
          "to", "at", "of", "is", "now", "hits", "hit", "reaches", "reached", "tops", "nears",
          "hovers", "stands", "passes", "climbs", "rises", "jumps", "was");

  private static final Set<String> SUPPOSITIONS =
      Set.of("could", "would", "might", "if", "threatens", "threatened", "threatening");

  private final PostText post;
  private final List<Token> tokens;
  private final FigureWords words;

  ClaimReader(PostText post, FigureWords words) {
    this.post = post;
    this.tokens = post.tokens();
    this.words = words;
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
    return after(quantity, counted, next)
        .map(kind -> new Claim(kind, counted, Way.AFTER))
        .or(() -> before(quantity, counted).map(kind -> new Claim(kind, counted, Way.BEFORE)))
        .or(() -> noun(quantity, counted).map(kind -> new Claim(kind, counted, Way.NOUN)))
        .or(() -> label(quantity, since).map(kind -> new Claim(kind, counted, Way.NOUN)))
        .or(() -> toll(quantity, since).map(kind -> new Claim(kind, counted, Way.NOUN)))
        .orElse(new Claim(null, counted, Way.NONE));
  }

  /** True where a verb begins that says something of its own: "two sources told". */
  static boolean hasVerb(List<Token> tokens, int at) {
    return at < tokens.size()
        && tokens.get(at).isJoined()
        && (TO_BE.contains(tokens.get(at).norm())
            || TO_HAVE.contains(tokens.get(at).norm())
            || Counted.SPEECH.contains(tokens.get(at).norm()));
  }

  private boolean isSupposed(Quantity quantity) {
    for (int at = quantity.from() - 1; at >= Math.max(0, quantity.from() - 4); at--) {
      if (tokens.get(at + 1).border() == Border.STOP) {
        return false;
      }
      if (SUPPOSITIONS.contains(tokens.get(at).norm())) {
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

  private Optional<FigureKind> after(Quantity quantity, Counted counted, Quantity next) {
    boolean be = false;
    boolean have = false;
    boolean aside = false;
    int quiet = -1;
    int limit = Math.min(tokens.size(), quantity.to() + FAR);
    for (int at = quantity.to(); at < limit; at++) {
      int past = pastPart(at);
      if (past > at) {
        at = past;
        quiet = past;
      }
      Token token = tokens.get(at);
      String word = token.norm();
      if (at > quiet && !token.isJoined()
          || (next != null && at >= next.from() && next.from() > quiet)
          || endsClause(at)) {
        return Optional.empty();
      }
      Optional<Match<FigureKind>> match = words.after().longestAt(tokens, at, any -> true);
      if (match.isPresent()) {
        boolean passive = be || !have;
        boolean reachable = !aside || be || have;
        boolean meant = passive || WITHOUT_OBJECT.contains(word);
        return Optional.of(match.get().value())
            .map(kind -> kindOf(kind, counted))
            .filter(kind -> reachable && meant && Claim.fits(kind, counted))
            .filter(kind -> !isBeforeColon(match.get().to()))
            .filter(kind -> WITHOUT_OBJECT.contains(word) || !hasObject(match.get().to(), next));
      }
      be |= TO_BE.contains(word);
      have |= TO_HAVE.contains(word);
      aside |= ASIDE.contains(word) && !(word.equals("of") && at == quantity.to());
      if (word.equals("and") && at + 1 < limit && isPredicate(at + 1)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean endsClause(int at) {
    String word = tokens.get(at).norm();
    boolean relative =
        word.equals("that")
            && at + 1 < tokens.size()
            && (TO_BE.contains(tokens.get(at + 1).norm())
                || TO_HAVE.contains(tokens.get(at + 1).norm()));
    return CLAUSE_ENDS.contains(word) && !relative;
  }

  /** The verb after "..., including three women, ..."; the same place without such a part. */
  private int pastPart(int at) {
    if (!tokens.get(at).norm().equals("including")) {
      return at;
    }
    for (int end = at + 1; end < Math.min(tokens.size(), at + PART); end++) {
      String word = tokens.get(end).norm();
      if (tokens.get(end).border() == Border.STOP) {
        return at;
      }
      if (TO_BE.contains(word) || TO_HAVE.contains(word) || isPredicate(end)) {
        return end;
      }
    }
    return at;
  }

  /** Houses that are "lost" or "burned" are damaged, whatever the words say of people. */
  private static FigureKind kindOf(FigureKind kind, Counted counted) {
    return counted.sort() == Counted.Sort.THING ? FigureKind.DAMAGED : kind;
  }

  private boolean isPredicate(int at) {
    return words.after().longestAt(tokens, at, any -> true).isPresent();
  }

  private boolean hasObject(int at, Quantity next) {
    return at < tokens.size()
        && tokens.get(at).isJoined()
        && (OBJECTS.contains(tokens.get(at).norm()) || (next != null && next.from() == at));
  }

  private Optional<FigureKind> before(Quantity quantity, Counted counted) {
    for (int at = quantity.from() - 1; at >= Math.max(0, quantity.from() - NEAR); at--) {
      if (!tokens.get(at + 1).isJoined()) {
        return Optional.empty();
      }
      Optional<FigureKind> kind = endingAt(at);
      if (kind.isPresent()) {
        return kind.filter(found -> Claim.fits(found, counted));
      }
      if (!PASSED_OVER.contains(tokens.get(at).norm())) {
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
    boolean passive = start > 0 && TO_BE.contains(tokens.get(start - 1).norm());
    return passive ? Optional.empty() : Optional.ofNullable(found);
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

  /** "Injured: 12", "injuries up to 150". */
  private Optional<FigureKind> label(Quantity quantity, int since) {
    int before = quantity.from() - 1;
    if (before < since || tokens.get(quantity.from()).border() == Border.STOP) {
      return Optional.empty();
    }
    String word = tokens.get(before).norm();
    boolean colon = isBeforeColon(before + 1);
    if (word.equals("toll")) {
      return Optional.of(FigureKind.KILLED);
    }
    return colon || quantity.modifier() != FigureModifier.EXACT
        ? Optional.ofNullable(words.noun(word))
        : Optional.empty();
  }

  private boolean isBeforeColon(int to) {
    int end = tokens.get(to - 1).until();
    String rest = post.text().substring(end, Math.min(post.text().length(), end + 2));
    return rest.strip().startsWith(":");
  }

  /** "The death toll ... rises to 66". */
  private Optional<FigureKind> toll(Quantity quantity, int since) {
    int before = quantity.from() - 1;
    if (before < since
        || tokens.get(quantity.from()).border() == Border.STOP
        || (quantity.modifier() == FigureModifier.EXACT
            && !TOLL_STEPS.contains(tokens.get(before).norm()))) {
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

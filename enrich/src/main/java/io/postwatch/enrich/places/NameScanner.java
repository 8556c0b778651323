// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

import io.postwatch.enrich.gazetteer.Gazetteer;
import io.postwatch.enrich.gazetteer.NameHash;
import io.postwatch.enrich.gazetteer.NameRank;
import io.postwatch.enrich.gazetteer.PlaceKind;
import io.postwatch.enrich.tokens.Phrases;
import io.postwatch.enrich.tokens.Phrases.Match;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the gazetteer's names in a text, the longest that begins at a word, from left to right. */
final class NameScanner {
  /** People in a town whose name may be written in lower case. */
  private static final int WELL_KNOWN = 500_000;

  /** People in a town whose name is recognised in its Russian and Ukrainian cases. */
  private static final int KNOWN_TO_NEIGHBOURS = 50_000;

  /** Letters of a name of several words written as one; shorter ones are words. */
  private static final int SHORTEST_JOINED = 7;

  /** "NC SC GA" are states in a row, and nobody shouts. */
  private static final int LETTERS_OF_A_STATE = 2;

  private static final int FIRST_CYRILLIC = 0x400;

  private final Gazetteer gazetteer;
  private final Phrases<Boolean> others;

  /**
   * A scanner.
   *
   * @param others longer names that are no places, which win over the places in them
   */
  NameScanner(Gazetteer gazetteer, Phrases<Boolean> others) {
    this.gazetteer = gazetteer;
    this.others = others;
  }

  /** The names of a text, which has an index in its document. */
  List<Mention> scan(int text, PostText post, int limit) {
    List<Token> tokens = post.tokens();
    List<Mention> found = new ArrayList<>();
    for (int at = 0; at < tokens.size() && found.size() < limit; ) {
      Mention longest = longestAt(text, post, at);
      int other = otherEnd(tokens, at);
      if (longest != null && longest.to() > other && !isCutInto(tokens, longest)) {
        found.add(longest);
        at = longest.to();
      } else {
        at = Math.max(at + 1, other);
      }
    }
    return found;
  }

  /** True where a longer name that is no place begins inside: "The Bank of Japan". */
  private boolean isCutInto(List<Token> tokens, Mention mention) {
    for (int at = mention.from() + 1; at < mention.to(); at++) {
      if (otherEnd(tokens, at) > mention.to()) {
        return true;
      }
    }
    return false;
  }

  private int otherEnd(List<Token> tokens, int at) {
    Optional<Match<Boolean>> other =
        others.longestAt(tokens, at, match -> isWrittenAsName(tokens, match));
    return other.map(Match::to).orElse(at);
  }

  private static boolean isWrittenAsName(List<Token> tokens, Match<Boolean> match) {
    return match.to() - match.from() > 1 || tokens.get(match.from()).isCapitalised();
  }

  private Mention longestAt(int text, PostText post, int at) {
    List<Token> tokens = post.tokens();
    if (!tokens.get(at).isWord()) {
      return null;
    }
    Mention longest = null;
    long state = NameHash.START;
    for (int end = at; end < tokens.size() && end - at < Gazetteer.LONGEST; end++) {
      Token token = tokens.get(end);
      if (token.norm().isEmpty() || end > at && !goesOn(post, end)) {
        break;
      }
      long before = end > at ? NameHash.border(state) : state;
      state = NameHash.word(before, token.norm());
      int name = gazetteer.name(state);
      if (name < 0) {
        name = inflected(post, before, token);
      }
      if (name >= 0) {
        Mention mention = new Mention(text, post, at, end + 1, name);
        longest = isWritten(mention) ? mention : longest;
      }
      if (!gazetteer.mayGoOn(state)) {
        break;
      }
    }
    return longest == null ? joined(text, post, at) : longest;
  }

  /**
   * The name that a word is a case of: "Mexicos", as those write who leave apostrophes out; "в
   * Харькове". Of large places only, since what is inflected may be another word.
   */
  private int inflected(PostText post, long before, Token token) {
    if (token.shape() != Shape.TITLE && token.shape() != Shape.OTHER) {
      return -1;
    }
    String written = post.text().substring(token.at(), token.until());
    for (String form : Inflections.nominatives(token.norm(), written)) {
      int name = gazetteer.name(NameHash.word(before, form));
      if (name >= 0 && isLarge(name, form, Inflections.apostrophe(written) > 0)) {
        return name;
      }
    }
    return -1;
  }

  private boolean isLarge(int name, String form, boolean isApart) {
    int place = gazetteer.place(name, 0);
    PlaceKind kind = gazetteer.kind(place);
    boolean land =
        kind == PlaceKind.COUNTRY || kind == PlaceKind.ADMIN1 || kind == PlaceKind.REGION;
    boolean isLatin = form.charAt(0) < FIRST_CYRILLIC;
    return gazetteer.population(place) > KNOWN_TO_NEIGHBOURS
        && (!isLatin || land && gazetteer.rank(name, 0) == NameRank.PRIMARY || isApart);
  }

  private Mention joined(int text, PostText post, int at) {
    String norm = post.tokens().get(at).norm();
    int name = norm.length() < SHORTEST_JOINED ? -1 : gazetteer.joined(norm);
    return name < 0 ? null : new Mention(text, post, at, at + 1, name);
  }

  /** Joined, or parted by the full stop of a short word only: W. Va. */
  private static boolean goesOn(PostText post, int index) {
    Token token = post.tokens().get(index);
    Token before = post.tokens().get(index - 1);
    if (token.inHashtag() && token.hashtag() != before.hashtag()) {
      return false;
    }
    return token.isJoined()
        || before.until() - before.at() <= 2
            && token.at() - before.until() <= 2
            && post.text().charAt(before.until()) == '.';
  }

  private boolean isWritten(Mention mention) {
    Token first = mention.first();
    Token last = mention.last();
    NameRank rank = gazetteer.rank(mention.name(), 0);
    int letters = last.until() - first.at();
    if (mention.words() == 1 && letters <= 3 && rank != NameRank.ABBREVIATION) {
      int place = gazetteer.place(mention.name(), 0);
      return first.shape() == Shape.TITLE
          && letters == 3
          && (gazetteer.population(place) > WELL_KNOWN || rank == NameRank.PRIMARY);
    }
    if (rank == NameRank.ABBREVIATION && mention.words() == 1) {
      return isAbbreviation(mention, letters);
    }
    return isCapital(first) && isCapital(last) || mayBeLower(mention, rank);
  }

  private static boolean isAbbreviation(Mention mention, int letters) {
    Token token = mention.first();
    if (token.shape() == Shape.DOTTED) {
      return true;
    }
    if (token.shape() == Shape.UPPER) {
      return token.inHashtag() || !isShouted(mention);
    }
    return letters > 2 && token.inHashtag()
        || token.shape() == Shape.TITLE && (hasDot(mention) || letters > 4);
  }

  /** True where the words on both sides are in capitals too: "HELP US NOW". */
  static boolean isShouted(Mention mention) {
    return isUpper(mention.beside(-1)) && isUpper(mention.beside(1))
        || isUpper(mention.beside(-2)) && isUpper(mention.beside(-1))
        || isUpper(mention.beside(1)) && isUpper(mention.beside(2));
  }

  private static boolean isUpper(Token token) {
    return token != null
        && token.shape() == Shape.UPPER
        && !token.inHashtag()
        && token.norm().length() > LETTERS_OF_A_STATE;
  }

  /** True where a full stop follows at once. */
  static boolean hasDot(Mention mention) {
    int until = mention.last().until();
    String text = mention.post().text();
    return until < text.length() && text.charAt(until) == '.';
  }

  /** Capitals are not asked for in hashtags and scripts that have none. */
  private static boolean isCapital(Token token) {
    return token.shape() != Shape.LOWER || token.inHashtag();
  }

  private boolean mayBeLower(Mention mention, NameRank rank) {
    int place = gazetteer.place(mention.name(), 0);
    PlaceKind kind = gazetteer.kind(place);
    boolean known =
        kind == PlaceKind.COUNTRY
            || kind == PlaceKind.REGION
            || kind == PlaceKind.ADMIN1
            || gazetteer.population(place) >= WELL_KNOWN;
    return known
        && rank != NameRank.ALTERNATE
        && rank != NameRank.ABBREVIATION
        && (mention.words() > 1
            || rank == NameRank.DEMONYM
            || !gazetteer.is(mention.name(), Gazetteer.COMMON_WORD));
  }
}

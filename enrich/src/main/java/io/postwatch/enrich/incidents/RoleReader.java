// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.incidents;

import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
import java.util.List;
import java.util.Set;

/** Reads from the words beside a place what it is to what happens. */
final class RoleReader {
  /** How many words may stand between a preposition and its place. */
  private static final int REACH = 5;

  private final Reading reading;
  private final List<Token> tokens;
  private final PlaceWords words;

  RoleReader(Reading reading, PlaceWords words) {
    this.reading = reading;
    this.tokens = reading.tokens();
    this.words = words;
  }

  /**
   * The role of a place.
   *
   * @param from index of its first token
   * @param to one past the index of its last token
   * @param demonym whether its words are a people or an adjective
   */
  PlaceRole role(int from, int to, boolean demonym) {
    if (isBesideAgency(from, to)) {
      return PlaceRole.DATELINE;
    }
    if (demonym && !is(words.sites, to)) {
      return PlaceRole.ACTOR;
    }
    PlaceRole before = before(from);
    if (isPartOfEvidence(from, to, before)) {
      return PlaceRole.AT;
    }
    if (before == PlaceRole.UNSAID ? acts(to) : isJoined(to) && is(words.tells, to)) {
      return PlaceRole.ACTOR;
    }
    return before == PlaceRole.UNSAID && isHeading(from, to) ? PlaceRole.AT : before;
  }

  /** "From the California wildfires": what is told to be from there is not from California. */
  private boolean isPartOfEvidence(int from, int to, PlaceRole before) {
    boolean followed = isJoined(to) && reading.isEvidence(to) && !isVerb(to);
    boolean preposition = before != PlaceRole.UNSAID && before != PlaceRole.ACTOR;
    return followed && (preposition || isJoined(from) && is(words.passedOver, from - 1));
  }

  /** "Missionaries from Ohio kidnapped": of these words none is part of the others. */
  private boolean isVerb(int at) {
    return tokens.get(at).norm().endsWith("ed");
  }

  /** The role that the preposition gives, with adjectives and other names before the place. */
  private PlaceRole before(int from) {
    for (int at = from; at > 0 && at > from - REACH; at--) {
      if (!tokens.get(at).isJoined()) {
        return PlaceRole.UNSAID;
      }
      String norm = tokens.get(at - 1).norm();
      if (words.at.contains(norm)) {
        return isJoined(at - 1) && isOfficeThatActs(at - 2) ? PlaceRole.ACTOR : PlaceRole.AT;
      } else if (words.between.contains(norm)) {
        return PlaceRole.BETWEEN;
      } else if (words.origin.contains(norm)) {
        return PlaceRole.ORIGIN;
      } else if (words.destination.contains(norm)) {
        return arrives(at - 1) ? PlaceRole.AT : PlaceRole.DESTINATION;
      } else if (words.cause.contains(norm)) {
        return PlaceRole.CAUSE;
      } else if (words.of.contains(norm) && is(words.actors, at - 2)) {
        return PlaceRole.ACTOR;
      } else if (!words.of.contains(norm)
          && !words.passedOver.contains(norm)
          && !reading.isNamed(at - 1)) {
        return PlaceRole.UNSAID;
      }
    }
    return PlaceRole.UNSAID;
  }

  /** "The ministry in Kyiv", but not "outside the ministry in Kyiv". */
  private boolean isOfficeThatActs(int at) {
    int before = is(words.passedOver, at - 1) ? at - 2 : at - 1;
    return is(words.offices, at) && !is(words.at, before);
  }

  /** Spread to Paris, spread from London to Paris. */
  private boolean arrives(int to) {
    for (int at = to - 1; at >= 0 && at >= to - REACH; at--) {
      if (!tokens.get(at + 1).isJoined()) {
        return false;
      }
      if (words.arrives.contains(tokens.get(at).norm())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a verb of speech or those who act for a state follow. */
  private boolean acts(int to) {
    if (!isJoined(to)) {
      return false;
    }
    String norm = tokens.get(to).norm();
    boolean further = words.beforeActors.contains(norm) && isJoined(to + 1);
    return words.speech.contains(norm)
        || words.actors.contains(norm)
        || further && is(words.actors, to + 1);
  }

  private boolean isJoined(int at) {
    return at < tokens.size() && tokens.get(at).isJoined();
  }

  private boolean is(Set<String> list, int at) {
    return at >= 0 && at < tokens.size() && list.contains(tokens.get(at).norm());
  }

  private boolean isBesideAgency(int from, int to) {
    boolean before = is(words.agencies, from - 1) && tokens.get(from).border() != Border.STOP;
    boolean after = is(words.agencies, to) && tokens.get(to).border() == Border.PAUSE;
    return before || after;
  }

  /** Alone in a sentence, or before a colon, comma or dash at the start of a clause. */
  private boolean isHeading(int from, int to) {
    return reading.beginsClause(from)
        && to < tokens.size()
        && tokens.get(to).border().compareTo(Border.PAUSE) >= 0;
  }
}

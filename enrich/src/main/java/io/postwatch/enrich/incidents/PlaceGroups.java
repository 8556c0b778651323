// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.incidents;

import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
import java.util.ArrayList;
import java.util.List;

/** Puts places that are named in one list together. */
final class PlaceGroups {
  private final Reading reading;
  private final List<Token> tokens;
  private final PlaceWords words;
  private final boolean[] evidence;

  private PlaceGroups(Reading reading, PlaceWords words, boolean[] evidence) {
    this.reading = reading;
    this.tokens = reading.tokens();
    this.words = words;
    this.evidence = evidence;
  }

  /**
   * A text's places, in order, as groups, in order.
   *
   * @param evidence whether words that report something begin at a token
   */
  static List<PlaceGroup> of(Reading reading, boolean[] evidence, List<NamedPlace> places) {
    return new PlaceGroups(reading, PlaceWords.WORDS, evidence).groups(places);
  }

  private List<PlaceGroup> groups(List<NamedPlace> places) {
    List<PlaceGroup> groups = new ArrayList<>();
    List<NamedPlace> open = new ArrayList<>();
    for (NamedPlace place : places) {
      if (!open.isEmpty() && !isListed(open.get(open.size() - 1), place, open.size())) {
        groups.add(PlaceGroup.of(open));
        open.clear();
      }
      open.add(place);
    }
    if (!open.isEmpty()) {
      groups.add(PlaceGroup.of(open));
    }
    return groups;
  }

  private boolean isListed(NamedPlace one, NamedPlace next, int before) {
    if (!one.inSentence() || !next.inSentence() || next.from() < one.to()) {
      return false;
    }
    boolean alike = next.role() == one.role() || next.role().isWhere() && one.role().isWhere();
    return alike
        && isListed(one.to(), next, before > 1 || one.isAround(next) || next.isAround(one));
  }

  /**
   * Whether only what stands in a list stands before a place; a comma alone makes a list where it
   * goes on, or where the sentence ends after it.
   */
  private boolean isListed(int since, NamedPlace next, boolean known) {
    boolean and = false;
    boolean pause = false;
    for (int at = since; at <= next.from(); at++) {
      Border border = tokens.get(at).border();
      if (border == Border.STOP) {
        return false;
      }
      pause |= border == Border.PAUSE;
      if (at < next.from()) {
        String norm = tokens.get(at).norm();
        boolean joins = words.and.contains(norm);
        if (!joins && !words.isSmall(norm) && !reading.isNamed(at)) {
          return false;
        }
        and |= joins;
      }
    }
    boolean newSubject = isBeforeEvidence(next.to()) && reportsBefore(since);
    return !newSubject && (and || known || pause && endsAfter(next.to()));
  }

  private boolean isBeforeEvidence(int at) {
    return at < tokens.size() && tokens.get(at).isJoined() && evidence[at];
  }

  /**
   * Whether something is reported in the words before a list: "Protests in Paris, Lyon strikes".
   */
  private boolean reportsBefore(int until) {
    for (int at = until - 1; at >= Math.max(0, until - 8); at--) {
      if (evidence[at]) {
        return true;
      }
      if (tokens.get(at).border() == Border.STOP) {
        return false;
      }
    }
    return false;
  }

  private boolean endsAfter(int to) {
    return to >= tokens.size()
        || tokens.get(to).border().compareTo(Border.PAUSE) >= 0
        || words.and.contains(tokens.get(to).norm());
  }
}

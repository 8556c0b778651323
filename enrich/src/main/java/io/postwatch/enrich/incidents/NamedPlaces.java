// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.incidents;

import static io.postwatch.enrich.incidents.CountablePlaces.isInside;

import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Kind;
import io.postwatch.schema.PlaceMention;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Finds where in a text its places stand, and in what role. */
final class NamedPlaces {
  private final List<Token> tokens;
  private final RoleReader roles;

  private NamedPlaces(List<Token> tokens, RoleReader roles) {
    this.tokens = tokens;
    this.roles = roles;
  }

  /** The places of a text in order. */
  static List<NamedPlace> of(Reading reading, List<PlaceMention> mentions) {
    return new NamedPlaces(reading.tokens(), new RoleReader(reading, PlaceWords.WORDS))
        .places(mentions);
  }

  private List<NamedPlace> places(List<PlaceMention> mentions) {
    int first = firstOfSentences();
    int last = lastOfSentences();
    List<NamedPlace> places = new ArrayList<>(mentions.size());
    for (PlaceMention mention : mentions) {
      boolean around = mentions.stream().anyMatch(other -> isInside(other, mention));
      places.add(place(mention, around, first, last));
    }
    places.sort(Comparator.comparingInt(NamedPlace::from));
    return places;
  }

  /**
   * A mention with its role.
   *
   * @param around whether other places lie in it
   */
  private NamedPlace place(PlaceMention mention, boolean around, int first, int last) {
    int from = Reading.tokenAt(tokens, mention.getStart());
    int to = Reading.tokensUntil(tokens, from, mention.getEnd());
    boolean hashtag = tokens.get(from).inHashtag();
    PlaceRole role = roles.role(from, to, mention.getDemonym() && !hashtag);
    boolean before = hashtag && to <= first;
    boolean after = hashtag && from > last && role != PlaceRole.AT;
    boolean apartBefore = before && (to < first || !isJoined(to));
    boolean apartAfter = after && (around || from > last + 1 || !isJoined(from));
    return new NamedPlace(mention, from, to, role, before || after, !apartBefore && !apartAfter);
  }

  private boolean isJoined(int at) {
    return at < tokens.size() && tokens.get(at).isJoined();
  }

  /** Which tokens are part of a place's name. */
  static boolean[] named(List<Token> tokens, List<PlaceMention> mentions) {
    boolean[] named = new boolean[tokens.size()];
    for (PlaceMention mention : mentions) {
      int from = Reading.tokenAt(tokens, mention.getStart());
      Arrays.fill(named, from, Reading.tokensUntil(tokens, from, mention.getEnd()), true);
    }
    return named;
  }

  private int firstOfSentences() {
    int at = 0;
    while (at < tokens.size() && isApart(tokens.get(at))) {
      at++;
    }
    return at;
  }

  private int lastOfSentences() {
    int at = tokens.size() - 1;
    while (at >= 0 && isApart(tokens.get(at))) {
      at--;
    }
    return at;
  }

  private static boolean isApart(Token token) {
    return token.inHashtag() || token.kind() == Kind.HANDLE || token.kind() == Kind.LINK;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

import io.postwatch.enrich.places.PlaceName.Caution;
import io.postwatch.enrich.places.PlaceName.Sort;
import io.postwatch.enrich.tokens.Phrases.Match;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Shape;
import io.postwatch.schema.PlaceMention;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Finds countries and capitals by name, in one pass; safe to share between threads.
 *
 * <p>Confidence is that of the name's sort (a country's English name 0.95, a capital 0.85, a
 * demonym 0.6), less for a name in lower case, under a half for a name that more often is something
 * else, more where another name of the same country stands by.
 */
public final class PlaceFinder {
  private static final double LOWER_CASE = 0.9;
  private static final double UNSURE = 0.45;
  private static final double CONFIRMED = 0.95;

  private final Gazetteer gazetteer;
  private final Neighbours neighbours = new Neighbours();

  private PlaceFinder(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * A finder for all countries and capitals.
   *
   * @param others names of organisations and the like, which win over the places in them
   */
  public static PlaceFinder withDefaults(Collection<String> others) {
    return new PlaceFinder(Gazetteer.load(others));
  }

  /** A place name found between two tokens. */
  private record Found(PlaceName name, int from, int to, double confidence) {}

  /** The places named in a text, in order, up to a limit. */
  public List<PlaceMention> find(PostText post, int limit) {
    List<Token> tokens = post.tokens();
    List<Found> found = new ArrayList<>();
    for (int at = 0; at < tokens.size() && found.size() < limit; ) {
      Optional<Match<PlaceName>> match = longestAt(tokens, at);
      match.flatMap(name -> judge(tokens, name)).ifPresent(found::add);
      at = match.map(Match::to).orElse(at + 1);
    }
    return found.stream().map(place -> mention(post, place, found)).toList();
  }

  private Optional<Match<PlaceName>> longestAt(List<Token> tokens, int at) {
    Optional<Match<PlaceName>> match =
        gazetteer.names().longestAt(tokens, at, name -> isWrittenAsName(tokens, name));
    if (match.isEmpty() && tokens.get(at).inHashtag()) {
      return Optional.ofNullable(gazetteer.joined(tokens.get(at).norm()))
          .map(name -> new Match<>(name, at, at + 1))
          .filter(name -> isWrittenAsName(tokens, name));
    }
    return match;
  }

  private boolean isWrittenAsName(List<Token> tokens, Match<PlaceName> match) {
    PlaceName name = match.value();
    Token last = tokens.get(match.to() - 1);
    if (name.is(Caution.ACRONYM)) {
      return last.shape() == Shape.DOTTED
          || last.shape() == Shape.UPPER
              && (last.inHashtag() || !neighbours.isShouted(tokens, match.from(), match.to()));
    }
    boolean capitalised = isUpper(first(tokens, match)) && isUpper(last);
    boolean lower = !isUpper(tokens.get(match.from())) && !isUpper(last);
    return capitalised || (lower && mayBeLower(name));
  }

  /** The first word after an article: people write "the Gambia". */
  private static Token first(List<Token> tokens, Match<PlaceName> match) {
    Token first = tokens.get(match.from());
    return first.norm().equals("the") && match.to() - match.from() > 1
        ? tokens.get(match.from() + 1)
        : first;
  }

  /** Capitals are not asked for in hashtags and scripts that have none. */
  private static boolean isUpper(Token token) {
    return token.shape() != Shape.LOWER || token.inHashtag();
  }

  private static boolean mayBeLower(PlaceName name) {
    return !name.isPlace()
        || name.cautions().isEmpty()
            && (name.sort() == Sort.ENGLISH
                || name.sort() == Sort.DEMONYM
                || name.sort() == Sort.CAPITAL);
  }

  private Optional<Found> judge(List<Token> tokens, Match<PlaceName> match) {
    PlaceName name = match.value();
    int from = match.from();
    int to = match.to();
    if (!name.isPlace()
        || neighbours.isInAState(tokens, to) && !isInItsCountry(tokens, match)
        || name.is(Caution.NAME) && neighbours.looksLikeAPerson(tokens, from, to)
        || name.sort() == Sort.DEMONYM && neighbours.isALanguage(tokens, from, to)) {
      return Optional.empty();
    }
    double confidence = name.sort().confidence;
    if (tokens.get(to - 1).shape() == Shape.LOWER) {
      confidence *= name.is(Caution.WORD) ? UNSURE : LOWER_CASE;
    }
    return Optional.of(new Found(name, from, to, confidence));
  }

  /** "Tbilisi, Georgia" and "Washington, D.C." are what they say. */
  private boolean isInItsCountry(List<Token> tokens, Match<PlaceName> match) {
    String country = match.value().place().country();
    return country.equals("US")
        || gazetteer
            .names()
            .longestAt(tokens, match.to(), name -> name.value().isPlace())
            .filter(name -> name.value().place().country().equals(country))
            .isPresent();
  }

  private static PlaceMention mention(PostText post, Found found, List<Found> all) {
    Place place = found.name().place();
    return PlaceMention.newBuilder()
        .setText(post.words(found.from(), found.to()))
        .setStart(post.start(found.from()))
        .setEnd(post.end(found.to()))
        .setGeonameId(place.geonameId())
        .setName(place.name())
        .setCountry(place.country())
        .setLatitude(place.latitude())
        .setLongitude(place.longitude())
        .setKind(place.kind().name())
        .setConfidence(confidence(found, all))
        .build();
  }

  private static double confidence(Found found, List<Found> all) {
    boolean confirmed = all.stream().anyMatch(other -> confirms(other.name(), found.name()));
    if (confirmed) {
      return found.name().sort() == Sort.DEMONYM ? found.confidence() : CONFIRMED;
    }
    return found.name().is(Caution.UNSURE) ? found.confidence() * UNSURE : found.confidence();
  }

  private static boolean confirms(PlaceName other, PlaceName name) {
    return other != name
        && !other.is(Caution.UNSURE)
        && other.place().country().equals(name.place().country());
  }
}

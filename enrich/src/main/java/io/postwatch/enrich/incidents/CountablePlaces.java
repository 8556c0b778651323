// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.incidents;

import io.postwatch.schema.IncidentPlace;
import io.postwatch.schema.PlaceMention;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tells places apart, which lies in which, and at which something can be counted. */
final class CountablePlaces {
  private static final double LEAST_CONFIDENCE = 0.5;
  private static final String COUNTRY = "COUNTRY";
  private static final String ADMIN = "ADMIN";

  private CountablePlaces() {}

  /**
   * Whether anything can be counted at a place: it is more likely right than wrong, and has an id
   * or a country, as continents have not.
   */
  static boolean isCountable(PlaceMention mention) {
    return mention.getConfidence() >= LEAST_CONFIDENCE
        && (mention.getGeonameId() != null || mention.getCountry() != null);
  }

  /** The same for all mentions of a place. */
  static String key(PlaceMention mention) {
    if (mention.getKind().equals(COUNTRY) && mention.getCountry() != null) {
      return mention.getCountry();
    }
    return mention.getGeonameId() != null
        ? "g" + mention.getGeonameId()
        : mention.getCountry() + " " + mention.getName();
  }

  /**
   * The mentions without those of a country or province beside the one place inside it, since
   * counts roll a place up to its country anyway.
   */
  static List<PlaceMention> innermost(List<PlaceMention> mentions) {
    Map<String, PlaceMention> distinct = new LinkedHashMap<>();
    mentions.stream()
        .filter(CountablePlaces::isCountable)
        .forEach(mention -> distinct.putIfAbsent(key(mention), mention));
    Map<String, Long> inside = new HashMap<>();
    distinct.forEach(
        (key, outer) ->
            inside.put(
                key, distinct.values().stream().filter(place -> isInside(place, outer)).count()));
    return mentions.stream().filter(mention -> inside.getOrDefault(key(mention), 0L) != 1).toList();
  }

  static boolean isInside(PlaceMention inner, PlaceMention outer) {
    boolean sameCountry = Objects.equals(inner.getCountry(), outer.getCountry());
    return switch (outer.getKind()) {
      case COUNTRY -> sameCountry && !inner.getKind().equals(COUNTRY);
      case ADMIN ->
          sameCountry
              && outer.getName().equals(inner.getAdmin1())
              && !outer.getName().equals(inner.getName());
      default -> false;
    };
  }

  static IncidentPlace place(PlaceMention mention) {
    return IncidentPlace.newBuilder()
        .setGeonameId(mention.getGeonameId())
        .setName(mention.getName())
        .setCountry(mention.getCountry())
        .setLatitude(mention.getLatitude())
        .setLongitude(mention.getLongitude())
        .setKind(mention.getKind())
        .build();
  }
}

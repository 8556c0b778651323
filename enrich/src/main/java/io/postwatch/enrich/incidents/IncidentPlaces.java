// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.incidents;

import io.postwatch.schema.IncidentPlace;
import io.postwatch.schema.PlaceMention;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Decides where a post's incidents are: at each place it names, once; not at a country or province
 * beside a place inside it ("Houston, Texas"), since counts roll a place up to its country anyway;
 * not at a place that is much less sure than the post's surest, so that "Russian troops in
 * Kazakhstan" are in Kazakhstan.
 */
public final class IncidentPlaces {
  private static final double LEAST_CONFIDENCE = 0.5;
  private static final double MUCH_LESS_SURE = 0.3;
  private static final int MOST = 20;
  private static final String COUNTRY = "COUNTRY";
  private static final String ADMIN = "ADMIN";

  private IncidentPlaces() {}

  /** The places, in order of appearance; none when no mention is sure enough. */
  public static List<IncidentPlace> of(List<PlaceMention> mentions) {
    double surest = mentions.stream().mapToDouble(PlaceMention::getConfidence).max().orElse(0);
    double least = Math.max(LEAST_CONFIDENCE, surest - MUCH_LESS_SURE);
    Map<String, PlaceMention> places = new LinkedHashMap<>();
    mentions.stream()
        .filter(mention -> isSure(mention, least, mentions) && key(mention) != null)
        .forEach(mention -> places.putIfAbsent(key(mention), mention));
    return places.values().stream()
        .filter(place -> !hasPlaceInside(place, places.values()))
        .limit(MOST)
        .map(IncidentPlaces::place)
        .toList();
  }

  /** A town is not left out for being less sure than the country around it. */
  private static boolean isSure(PlaceMention mention, double least, List<PlaceMention> all) {
    double confidence = mention.getConfidence();
    return confidence >= least
        || confidence >= LEAST_CONFIDENCE && all.stream().anyMatch(o -> isInside(mention, o));
  }

  /** Null for what has neither an id nor a country, such as a continent: nothing counts there. */
  private static String key(PlaceMention mention) {
    if (mention.getKind().equals(COUNTRY)) {
      return mention.getCountry();
    }
    if (mention.getGeonameId() != null) {
      return "g" + mention.getGeonameId();
    }
    return mention.getCountry() == null ? null : mention.getCountry() + " " + mention.getName();
  }

  private static boolean hasPlaceInside(PlaceMention place, Collection<PlaceMention> others) {
    return others.stream().anyMatch(other -> other != place && isInside(other, place));
  }

  private static boolean isInside(PlaceMention inner, PlaceMention outer) {
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

  private static IncidentPlace place(PlaceMention mention) {
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

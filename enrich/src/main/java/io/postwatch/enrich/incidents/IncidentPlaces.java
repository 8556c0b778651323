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
 * Decides where a post's incidents are: at each place it names, once; not at a country beside a
 * place inside it, since counts roll a place up to its country anyway; not at a place that is much
 * less sure than the post's surest, so that "Russian troops in Kazakhstan" are in Kazakhstan.
 */
public final class IncidentPlaces {
  private static final double LEAST_CONFIDENCE = 0.5;
  private static final double MUCH_LESS_SURE = 0.3;
  private static final int MOST = 20;
  private static final String COUNTRY = "COUNTRY";

  private IncidentPlaces() {}

  /** The places, in order of appearance; none when no mention is sure enough. */
  public static List<IncidentPlace> of(List<PlaceMention> mentions) {
    double surest = mentions.stream().mapToDouble(PlaceMention::getConfidence).max().orElse(0);
    double least = Math.max(LEAST_CONFIDENCE, surest - MUCH_LESS_SURE);
    Map<String, PlaceMention> places = new LinkedHashMap<>();
    mentions.stream()
        .filter(mention -> mention.getConfidence() >= least && key(mention) != null)
        .forEach(mention -> places.putIfAbsent(key(mention), mention));
    return places.values().stream()
        .filter(place -> !hasPlaceInside(place, places.values()))
        .limit(MOST)
        .map(IncidentPlaces::place)
        .toList();
  }

  private static String key(PlaceMention mention) {
    return mention.getGeonameId() == null ? mention.getCountry() : "g" + mention.getGeonameId();
  }

  private static boolean hasPlaceInside(PlaceMention place, Collection<PlaceMention> others) {
    return place.getKind().equals(COUNTRY)
        && others.stream()
            .anyMatch(
                other ->
                    !other.getKind().equals(COUNTRY)
                        && Objects.equals(other.getCountry(), place.getCountry()));
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

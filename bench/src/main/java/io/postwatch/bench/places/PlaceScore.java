// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.places;

import io.postwatch.bench.places.GoldText.GoldPlace;
import io.postwatch.schema.PlaceMention;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Counts of what was found and placed in a set of texts. */
final class PlaceScore {
  /** A hundred miles, the usual bound of the field. */
  private static final double NEAR_KM = 161;

  private static final double EARTH_KM = 6371;

  private int gold;
  private int found;
  private int exact;
  private int foundRight;
  private int goldMet;
  private int placed;
  private final List<Double> distances = new ArrayList<>();

  void add(List<GoldPlace> wanted, List<PlaceMention> mentions) {
    gold += wanted.size();
    found += mentions.size();
    for (PlaceMention mention : mentions) {
      foundRight +=
          wanted.stream().anyMatch(p -> p.overlaps(mention.getStart(), mention.getEnd())) ? 1 : 0;
      exact +=
          wanted.stream()
                  .anyMatch(p -> p.start() == mention.getStart() && p.end() == mention.getEnd())
              ? 1
              : 0;
    }
    for (GoldPlace place : wanted) {
      double nearest = Double.POSITIVE_INFINITY;
      boolean met = false;
      for (PlaceMention mention : mentions) {
        if (place.overlaps(mention.getStart(), mention.getEnd())) {
          met = true;
          nearest = Math.min(nearest, kilometres(place, mention));
        }
      }
      goldMet += met ? 1 : 0;
      if (met && !Double.isNaN(place.latitude())) {
        placed += nearest <= NEAR_KM ? 1 : 0;
        distances.add(nearest);
      }
    }
  }

  static double kilometres(GoldPlace place, PlaceMention mention) {
    return kilometres(
        place.latitude(), place.longitude(), mention.getLatitude(), mention.getLongitude());
  }

  static double kilometres(double north1, double east1, double north2, double east2) {
    double a = Math.sin(Math.toRadians(north2 - north1) / 2);
    double b = Math.sin(Math.toRadians(east2 - east1) / 2);
    double c = a * a + Math.cos(Math.toRadians(north1)) * Math.cos(Math.toRadians(north2)) * b * b;
    return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(c)));
  }

  private static double f1(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  @Override
  public String toString() {
    double precision = 100.0 * foundRight / Math.max(1, found);
    double recall = 100.0 * goldMet / Math.max(1, gold);
    double exactF1 = f1(100.0 * exact / Math.max(1, found), 100.0 * exact / Math.max(1, gold));
    String finding =
        String.format(
            Locale.ROOT,
            "%5d gold: precision %.1f recall %.1f F1 %.1f, exact F1 %.1f",
            gold,
            precision,
            recall,
            f1(precision, recall),
            exactF1);
    if (distances.isEmpty()) {
      return finding;
    }
    Collections.sort(distances);
    return finding
        + String.format(
            Locale.ROOT,
            "; placed within 161 km %.1f%% of all, %.1f%% of found; error mean %.0f median %.1f km",
            100.0 * placed / gold,
            100.0 * placed / distances.size(),
            distances.stream().mapToDouble(d -> d).average().orElse(0),
            distances.get(distances.size() / 2));
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.places;

import io.postwatch.bench.places.GoldText.GoldPlace;
import io.postwatch.schema.PlaceMention;
import java.util.List;

/** Prints what was missed, what is false and what was placed elsewhere, with the words around. */
final class PlaceErrors {
  private static final int AROUND = 40;
  private static final double NEAR_KM = 161;

  private PlaceErrors() {}

  static void print(String set, GoldText text, List<PlaceMention> found) {
    for (PlaceMention mention : found) {
      if (text.places().stream()
          .noneMatch(place -> place.overlaps(mention.getStart(), mention.getEnd()))) {
        line(
            set + " FALSE " + mention.getName() + " " + mention.getCountry(),
            text,
            mention.getStart(),
            mention.getEnd());
      }
    }
    for (GoldPlace place : text.places()) {
      PlaceMention met =
          found.stream()
              .filter(mention -> place.overlaps(mention.getStart(), mention.getEnd()))
              .findFirst()
              .orElse(null);
      if (met == null) {
        line(set + " MISSED", text, place.start(), place.end());
      } else if (!Double.isNaN(place.latitude()) && PlaceScore.kilometres(place, met) > NEAR_KM) {
        line(
            set
                + " ELSEWHERE "
                + met.getName()
                + ", "
                + met.getAdmin1()
                + ", "
                + met.getCountry()
                + " gold "
                + place.latitude()
                + " "
                + place.longitude(),
            text,
            place.start(),
            place.end());
      }
    }
  }

  private static void line(String what, GoldText text, int start, int end) {
    String whole = text.post().text();
    int[] points = whole.codePoints().toArray();
    int from = Math.max(0, start - AROUND);
    int to = Math.min(points.length, end + AROUND);
    String words =
        new String(points, from, start - from)
            + "["
            + new String(points, start, end - start)
            + "]"
            + new String(points, end, to - end);
    System.out.println(what + ": " + words.replace('\n', ' '));
  }
}

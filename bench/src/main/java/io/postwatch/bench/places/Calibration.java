// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.places;

import io.postwatch.bench.places.GoldText.GoldPlace;
import io.postwatch.schema.PlaceMention;
import java.util.List;
import java.util.Locale;

/** How often mentions are right (a place, and within 161 km of it), by the confidence they have. */
final class Calibration {
  private static final double NEAR_KM = 161;
  private static final int BINS = 5;

  private final int[] mentions = new int[BINS];
  private final int[] right = new int[BINS];
  private final double[] said = new double[BINS];

  void add(List<GoldPlace> gold, List<PlaceMention> found) {
    for (PlaceMention mention : found) {
      int bin = Math.min(BINS - 1, (int) (mention.getConfidence() * BINS));
      mentions[bin]++;
      said[bin] += mention.getConfidence();
      right[bin] +=
          gold.stream()
                  .anyMatch(
                      place ->
                          place.overlaps(mention.getStart(), mention.getEnd())
                              && PlaceScore.kilometres(place, mention) <= NEAR_KM)
              ? 1
              : 0;
    }
  }

  @Override
  public String toString() {
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < BINS; i++) {
      table.append(
          String.format(
              Locale.ROOT,
              "  confidence %.1f to %.1f: %d mentions, mean %.2f, right %.2f%n",
              (double) i / BINS,
              (i + 1.0) / BINS,
              mentions[i],
              said[i] / Math.max(1, mentions[i]),
              (double) right[i] / Math.max(1, mentions[i])));
    }
    return table.toString();
  }
}

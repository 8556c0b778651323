// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** Which topics and places are printed; all unless told otherwise. */
final class SubjectFilter {
  private static final String ALL_PLACES = "all";

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "Only this topic, by its id; repeatable.")
  private List<String> topics = List.of();

  @Option(
      names = "--place",
      paramLabel = "PLACE",
      description =
          "Only this place: a GeoNames id, a country's code, a name, or all for all places"
              + " together; repeatable.")
  private List<String> places = List.of();

  /**
   * Whether something is asked for.
   *
   * @param place as published: empty for all places together
   * @param placeName null where none is known
   */
  boolean asksFor(String topic, String place, String placeName) {
    return (topics.isEmpty() || topics.contains(topic))
        && (places.isEmpty() || places.stream().anyMatch(asked -> isAt(asked, place, placeName)));
  }

  private static boolean isAt(String asked, String place, String placeName) {
    if (place.isEmpty()) {
      return asked.equalsIgnoreCase(ALL_PLACES);
    }
    return asked.equalsIgnoreCase(place) || asked.equalsIgnoreCase(placeName);
  }
}

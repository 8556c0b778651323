// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.incidents;

import io.postwatch.schema.FigureKind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells which topics a figure may belong to. */
final class FigureTopics {
  private static final List<String> HARM =
      List.of(
          "casualties",
          "violence-against-civilians",
          "excessive-force",
          "explosion",
          "armed-clash",
          "riot",
          "disaster-natural",
          "disaster-man-made",
          "disease");

  private static final Map<FigureKind, List<String>> FITTING =
      Map.of(
          FigureKind.KILLED,
          HARM,
          FigureKind.INJURED,
          HARM,
          FigureKind.MISSING,
          List.of("casualties", "kidnapping", "disaster-natural", "disaster-man-made"),
          FigureKind.DETAINED,
          List.of("arrest", "kidnapping"),
          FigureKind.DISPLACED,
          List.of("displacement", "disaster-natural", "disaster-man-made"),
          FigureKind.PROTESTERS,
          List.of("protest", "strike", "riot", "excessive-force"),
          FigureKind.DAMAGED,
          List.of(
              "property-destruction",
              "looting",
              "riot",
              "explosion",
              "disaster-natural",
              "disaster-man-made"));

  private FigureTopics() {}

  /** The topics that a figure may belong to, of those given, the most fitting first. */
  static List<String> fitting(FigureKind kind, Set<String> topics) {
    return FITTING.getOrDefault(kind, List.of()).stream().filter(topics::contains).toList();
  }
}

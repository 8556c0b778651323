// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.incidents;

import io.postwatch.schema.Figure;
import io.postwatch.schema.FigureKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides which topic a figure belongs to: the first that its post reports of those that fit. */
public final class FigureTopics {
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

  /** The figures of each topic; a figure that fits no reported topic is left out. */
  public static Map<String, List<Figure>> assign(List<Figure> figures, Set<String> topics) {
    Map<String, List<Figure>> assigned = new LinkedHashMap<>();
    for (Figure figure : figures) {
      FITTING.get(figure.getKind()).stream()
          .filter(topics::contains)
          .findFirst()
          .ifPresent(topic -> assigned.computeIfAbsent(topic, id -> new ArrayList<>()).add(figure));
    }
    return assigned;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.topics;

import io.postwatch.bench.Score;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Precision, recall and F1 of classes. */
final class ClassScores {
  private final Map<String, Score> byClass = new TreeMap<>();

  private Score of(String name) {
    return byClass.computeIfAbsent(name, any -> new Score());
  }

  /** One text whose only class was expected to be one and was found to be another, or the same. */
  void add(String expected, String found) {
    of(expected).add(expected.equals(found) ? 1 : 0, 0, 1);
    of(found).add(0, 1, 0);
  }

  /** One text that was expected to be of a class, or not, and was found to be. */
  void add(String name, boolean expected, boolean found) {
    of(name).add(expected && found ? 1 : 0, found ? 1 : 0, expected ? 1 : 0);
  }

  /** The mean F1 of the classes that some text was expected to be of. */
  double macroF1() {
    return byClass.values().stream()
        .filter(score -> score.labelled() > 0)
        .mapToDouble(Score::f1)
        .average()
        .orElse(0);
  }

  void print(String title) {
    System.out.printf(Locale.ROOT, "%s: macro-F1 %.3f%n", title, macroF1());
    byClass.forEach(
        (name, score) ->
            System.out.printf(
                Locale.ROOT,
                "  %-28s precision %.2f, recall %.2f, F1 %.2f of %d%n",
                name,
                score.precision(),
                score.recall(),
                score.f1(),
                score.labelled()));
  }
}

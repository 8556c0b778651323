// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.topics;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Precision, recall and F1 of classes. */
final class ClassScores {
  private final Map<String, int[]> byClass = new TreeMap<>();

  private int[] of(String name) {
    return byClass.computeIfAbsent(name, any -> new int[3]);
  }

  /** One text whose only class was expected to be one and was found to be another, or the same. */
  void add(String expected, String found) {
    of(expected)[2]++;
    of(found)[1]++;
    of(expected)[0] += expected.equals(found) ? 1 : 0;
  }

  /** One text that was expected to be of a class, or not, and was found to be. */
  void add(String name, boolean expected, boolean found) {
    int[] counts = of(name);
    counts[0] += expected && found ? 1 : 0;
    counts[1] += found ? 1 : 0;
    counts[2] += expected ? 1 : 0;
  }

  /** The mean F1 of the classes that some text was expected to be of. */
  double macroF1() {
    return byClass.values().stream()
        .filter(counts -> counts[2] > 0)
        .mapToDouble(ClassScores::f1)
        .average()
        .orElse(0);
  }

  private static double f1(int[] counts) {
    return 2.0 * counts[0] / Math.max(1, counts[1] + counts[2]);
  }

  void print(String title) {
    System.out.printf(Locale.ROOT, "%s: macro-F1 %.3f%n", title, macroF1());
    byClass.forEach(
        (name, counts) ->
            System.out.printf(
                Locale.ROOT,
                "  %-28s precision %.2f, recall %.2f, F1 %.2f of %d%n",
                name,
                (double) counts[0] / Math.max(1, counts[1]),
                (double) counts[0] / Math.max(1, counts[2]),
                f1(counts),
                counts[2]));
  }
}

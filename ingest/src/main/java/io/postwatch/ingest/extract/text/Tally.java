// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.util.EnumMap;
import java.util.Map;

/** How often each clue was seen; grows as a candidate grows. */
final class Tally {
  private final Map<Clue, Double> counts = new EnumMap<>(Clue.class);

  Tally() {}

  Tally(Tally other) {
    counts.putAll(other.counts);
  }

  void add(Clue clue, boolean seen) {
    add(clue, seen ? 1 : 0);
  }

  void add(Clue clue, double times) {
    if (times != 0) {
      counts.merge(clue, times, Double::sum);
    }
  }

  /** How often the clue was seen. */
  double count(Clue clue) {
    return counts.getOrDefault(clue, 0.0);
  }

  /** The log odds that all clues together give. */
  double score() {
    double sum = 0;
    for (Map.Entry<Clue, Double> entry : counts.entrySet()) {
      sum += entry.getKey().weight() * entry.getValue();
    }
    return sum;
  }
}

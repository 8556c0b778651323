// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

import io.postwatch.enrich.data.Table;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Weights of features, learned by {@code bench/places --learn}.
 *
 * @param mention of {@link MentionFeature}, by ordinal
 * @param candidate of {@link CandidateFeature}, by ordinal
 */
public record Weights(double[] mention, double[] candidate) {

  /** Reads the table in the jar; a feature without a row weighs nothing. */
  public static Weights load() {
    Map<String, Double> table =
        Table.beside(Weights.class, "weights.tsv").rows().stream()
            .collect(
                Collectors.toMap(
                    row -> row.text(0) + " " + row.text(1), row -> Double.valueOf(row.text(2))));
    return new Weights(
        of("mention", MentionFeature.values(), table),
        of("candidate", CandidateFeature.values(), table));
  }

  private static double[] of(String part, Enum<?>[] features, Map<String, Double> table) {
    double[] weights = new double[features.length];
    for (Enum<?> feature : features) {
      weights[feature.ordinal()] = table.getOrDefault(part + " " + feature.name(), 0.0);
    }
    return weights;
  }

  /** The sum of features, each times its weight. */
  static double sum(double[] weights, double[] features) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * features[i];
    }
    return sum;
  }

  /** From a sum of weights to a probability. */
  static double probability(double sum) {
    return 1 / (1 + Math.exp(-sum));
  }
}

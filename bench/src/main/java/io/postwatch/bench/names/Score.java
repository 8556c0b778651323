// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.names;

/** Counts names by exact span and type. */
final class Score {
  private int right;
  private int found;
  private int labelled;

  void add(int rightOnes, int foundOnes, int labelledOnes) {
    right += rightOnes;
    found += foundOnes;
    labelled += labelledOnes;
  }

  double precision() {
    return 100.0 * right / Math.max(1, found);
  }

  double recall() {
    return 100.0 * right / Math.max(1, labelled);
  }

  double f1() {
    return 200.0 * right / Math.max(1, found + labelled);
  }
}

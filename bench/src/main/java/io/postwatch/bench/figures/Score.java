// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.figures;

/** Counts figures that are right, found and labelled. */
final class Score {
  private int right;
  private int found;
  private int labelled;

  void add(int rightOnes, int foundOnes, int labelledOnes) {
    right += rightOnes;
    found += foundOnes;
    labelled += labelledOnes;
  }

  @Override
  public String toString() {
    return String.format(
        "F1 %.3f  precision %.3f (%d of %d)  recall %.3f (%d of %d)",
        2.0 * right / Math.max(1, found + labelled),
        1.0 * right / Math.max(1, found),
        right,
        found,
        1.0 * right / Math.max(1, labelled),
        right,
        labelled);
  }
}

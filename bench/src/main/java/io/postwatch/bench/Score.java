// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench;

/** Counts answers that are right, found and labelled. */
public final class Score {
  private int right;
  private int found;
  private int labelled;

  /** Adds the counts of one text. */
  public void add(int rightOnes, int foundOnes, int labelledOnes) {
    right += rightOnes;
    found += foundOnes;
    labelled += labelledOnes;
  }

  /** Of all that was found, what is right; from 0 to 1. */
  public double precision() {
    return (double) right / Math.max(1, found);
  }

  /** Of all that is labelled, what was found; from 0 to 1. */
  public double recall() {
    return (double) right / Math.max(1, labelled);
  }

  /** The harmonic mean of precision and recall; from 0 to 1. */
  public double f1() {
    return 2.0 * right / Math.max(1, found + labelled);
  }

  public int right() {
    return right;
  }

  public int found() {
    return found;
  }

  public int labelled() {
    return labelled;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.names;

import io.postwatch.enrich.names.Label;

/** How likely each label of each piece is, and each pair of neighbours (forward-backward). */
final class Lattice {
  private static final int LABELS = Label.COUNT;
  private static final double NEVER = -1e9;

  private final double[][] scores;
  private final float[] transitions;
  private final double[][] forward;
  private final double[][] backward;
  private final double total;

  Lattice(double[][] scores, float[] transitions) {
    this.scores = scores;
    this.transitions = transitions;
    this.forward = new double[scores.length][LABELS];
    this.backward = new double[scores.length][LABELS];
    forward();
    backward();
    this.total = logSum(forward[scores.length - 1]);
  }

  private double transition(int before, int label) {
    boolean allowed = Label.follows(before == Label.START ? Label.OUTSIDE : before, label);
    return allowed ? transitions[before * LABELS + label] : NEVER;
  }

  private void forward() {
    double[] sums = new double[LABELS];
    for (int label = 0; label < LABELS; label++) {
      forward[0][label] = transition(Label.START, label) + scores[0][label];
    }
    for (int piece = 1; piece < scores.length; piece++) {
      for (int label = 0; label < LABELS; label++) {
        for (int before = 0; before < LABELS; before++) {
          sums[before] = forward[piece - 1][before] + transition(before, label);
        }
        forward[piece][label] = logSum(sums) + scores[piece][label];
      }
    }
  }

  private void backward() {
    double[] sums = new double[LABELS];
    for (int piece = scores.length - 2; piece >= 0; piece--) {
      for (int label = 0; label < LABELS; label++) {
        for (int after = 0; after < LABELS; after++) {
          sums[after] =
              transition(label, after) + scores[piece + 1][after] + backward[piece + 1][after];
        }
        backward[piece][label] = logSum(sums);
      }
    }
  }

  double probability(int piece, int label) {
    return Math.exp(forward[piece][label] + backward[piece][label] - total);
  }

  /** Of a label and the one before it, which is {@link Label#START} for the first piece. */
  double probability(int piece, int before, int label) {
    double until = before == Label.START ? 0 : forward[piece - 1][before];
    double score = transition(before, label) + scores[piece][label];
    return Math.exp(until + score + backward[piece][label] - total);
  }

  private static double logSum(double[] values) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      largest = Math.max(largest, value);
    }
    double sum = 0;
    for (double value : values) {
      sum += Math.exp(value - largest);
    }
    return largest + Math.log(sum);
  }
}

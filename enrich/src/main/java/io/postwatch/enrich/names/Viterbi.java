// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

import java.util.stream.IntStream;

/** Finds the labels that go together best. */
final class Viterbi {
  private static final int NEVER = Integer.MIN_VALUE / 2;

  /** The labels that each can come after. */
  private static final int[][] LASTS = new int[Label.COUNT][];

  static {
    for (int label = 0; label < Label.COUNT; label++) {
      int after = label;
      LASTS[label] =
          IntStream.range(0, Label.COUNT).filter(last -> Label.follows(last, after)).toArray();
    }
  }

  private Viterbi() {}

  /**
   * The best labels of all pieces.
   *
   * @param sums for each piece, what is said for each label
   */
  static byte[] best(int[] sums, int pieces, Weights weights) {
    byte[] labels = new byte[pieces];
    if (pieces == 0) {
      return labels;
    }
    byte[] from = new byte[pieces * Label.COUNT];
    int[] before = new int[Label.COUNT];
    int[] now = new int[Label.COUNT];
    for (int label = 0; label < Label.COUNT; label++) {
      boolean allowed = Label.follows(Label.OUTSIDE, label);
      before[label] = allowed ? sums[label] + weights.transition(Label.START, label) : NEVER;
    }
    for (int piece = 1; piece < pieces; piece++) {
      step(before, now, from, piece * Label.COUNT, weights);
      for (int label = 0; label < Label.COUNT; label++) {
        before[label] = now[label] + sums[piece * Label.COUNT + label];
      }
      settle(before);
    }
    int best = 0;
    for (int label = 1; label < Label.COUNT; label++) {
      best = before[label] > before[best] ? label : best;
    }
    for (int piece = pieces - 1; piece >= 0; piece--) {
      labels[piece] = (byte) best;
      best = from[piece * Label.COUNT + best];
    }
    return labels;
  }

  private static void step(int[] before, int[] now, byte[] from, int offset, Weights weights) {
    for (int label = 0; label < Label.COUNT; label++) {
      int best = NEVER;
      int bestLast = 0;
      for (int last : LASTS[label]) {
        int sum = before[last] + weights.transition(last, label);
        if (sum > best) {
          best = sum;
          bestLast = last;
        }
      }
      now[label] = best;
      from[offset + label] = (byte) bestLast;
    }
  }

  /** Keeps the sums of long texts small: only their differences matter. */
  private static void settle(int[] sums) {
    int base = sums[Label.OUTSIDE];
    for (int label = 0; label < Label.COUNT; label++) {
      sums[label] = Math.max(NEVER, sums[label] - base);
    }
  }
}

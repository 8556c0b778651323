// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

/**
 * A word and what it says about the pieces around it.
 *
 * @param scores a sum for each label, from the piece {@value WordFeatures#REACH} before it to the
 *     one as far after it
 * @param vector its vector in the network
 * @param projected what that gives the hidden units from each place in the window
 */
record ScoredWord(Word word, String written, int[] scores, float[] vector, float[] projected) {
  boolean isOf(String text, Piece piece) {
    int length = piece.until() - piece.at();
    return length == written.length()
        && word.kind() == piece.kind()
        && text.startsWith(written, piece.at());
  }

  /** Adds what it says about the piece at a distance: 1 for the one after it. */
  void addTo(int[] sums, int offset, int distance) {
    int from = (distance + WordFeatures.REACH) * Label.COUNT;
    for (int label = 0; label < Label.COUNT; label++) {
      sums[offset + label] += scores[from + label];
    }
  }

  /** Adds what it gives the hidden units of the piece at a distance: 1 for the one after it. */
  void addTo(float[] hidden, int distance) {
    int from = (WordFeatures.REACH - distance) * WindowNet.HIDDEN;
    for (int unit = 0; unit < WindowNet.HIDDEN; unit++) {
      hidden[unit] += projected[from + unit];
    }
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.util.List;

/**
 * Where a post begins.
 *
 * @param index of its first character
 * @param confidence how likely that is right, 0 to 1
 */
record Start(int index, double confidence) {
  /** With which the model's own log odds agree with how often it was right. */
  private static final double SCALE = 1;

  /** The least that may be wrong: the true start may be none of the candidates. */
  private static final double UNSEEN = 0.03;

  /** The likeliest candidate; confidence is its share among all, as in a multinomial logit. */
  static Start likeliest(List<Candidate> candidates) {
    double[] scores = candidates.stream().mapToDouble(c -> c.clues().score() * SCALE).toArray();
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    double all = 0;
    for (double score : scores) {
      all += Math.exp(score - scores[best]);
    }
    return new Start(candidates.get(best).start(), (1 - UNSEEN) / all);
  }
}

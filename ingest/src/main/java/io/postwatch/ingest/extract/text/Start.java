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
  /**
   * The likeliest candidate; its confidence is its share among all, as in a multinomial logit.
   *
   * @param unseen how often the true start is none of the candidates, 0 to 1
   */
  static Start likeliest(List<Candidate> candidates, double unseen) {
    double[] scores = candidates.stream().mapToDouble(c -> c.clues().score()).toArray();
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    double all = 0;
    for (double score : scores) {
      all += Math.exp(score - scores[best]);
    }
    return new Start(candidates.get(best).start(), (1 - unseen) / all);
  }
}

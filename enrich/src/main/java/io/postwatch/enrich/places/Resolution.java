// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

import io.postwatch.enrich.gazetteer.Gazetteer;
import java.util.ArrayList;
import java.util.List;

/**
 * A judged name.
 *
 * @param mention its words
 * @param term the places it may mean, with what speaks for each
 * @param features what speaks for its being a place, by {@link MentionFeature}
 * @param isPlace probability that it is one
 * @param best index of the likeliest place
 * @param sure probability of that place, or its namesake around it (city or oblast), if any is
 */
record Resolution(
    Mention mention, Term term, double[] features, double isPlace, int best, double sure) {

  int place() {
    return term.candidates[best];
  }

  /** All that was weighed, with places made of the gazetteer's numbers. */
  Explanation explain(Gazetteer gazetteer) {
    List<Explanation.Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < term.candidates.length; i++) {
      candidates.add(
          new Explanation.Candidate(
              gazetteer.place(term.candidates[i]), term.probabilities[i], term.features[i]));
    }
    return new Explanation(
        mention.text(),
        mention.post().words(mention.from(), mention.to()),
        mention.post().start(mention.from()),
        mention.post().end(mention.to()),
        isPlace,
        features,
        candidates,
        best);
  }

  /** Probability that the words mean this place. */
  double confidence() {
    return isPlace * sure;
  }
}

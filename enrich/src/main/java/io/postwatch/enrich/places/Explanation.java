// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

import io.postwatch.enrich.gazetteer.Place;
import java.util.List;

/**
 * A name in a text, and what speaks for the places it may mean.
 *
 * @param text index of the text in its document
 * @param words as written
 * @param start first character, in code points
 * @param end one past the last character, in code points
 * @param isPlace probability that a place is meant
 * @param features what that comes from, by {@link MentionFeature}
 * @param candidates the places, the one with most people first
 * @param best index of the likeliest
 */
public record Explanation(
    int text,
    String words,
    int start,
    int end,
    double isPlace,
    double[] features,
    List<Candidate> candidates,
    int best) {

  /**
   * A place that may be meant.
   *
   * @param place the place
   * @param probability that it is meant where a place is
   * @param features what that comes from, by {@link CandidateFeature}
   */
  public record Candidate(Place place, double probability, double[] features) {}

  /** The likeliest place. */
  public Candidate likeliest() {
    return candidates.get(best);
  }
}

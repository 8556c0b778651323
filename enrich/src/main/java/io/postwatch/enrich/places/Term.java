// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

import io.postwatch.enrich.gazetteer.Gazetteer;
import io.postwatch.enrich.gazetteer.NameRank;
import io.postwatch.enrich.gazetteer.PlaceKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A name of a document with the places it may mean, which it does everywhere in the document: one
 * name has one sense, but for a mention whose own parent says otherwise.
 */
final class Term {
  /** The largest; Springfield has some thirty in the United States. */
  private static final int MOST_CANDIDATES = 40;

  /** The gazetteer counts other names of towns only; as many as of their best known. */
  private static final int FAME_OF_COUNTRIES = 200;

  /** A province is that far from its seat. */
  private static final double CLOSE_KM = 100;

  final int name;
  final List<Integer> mentions = new ArrayList<>();

  /** Names that stand after a comma: Ohio, of Springfield, Ohio. */
  final Set<Term> parents = new LinkedHashSet<>();

  /** Names that stand before the comma. */
  final Set<Term> children = new LinkedHashSet<>();

  final int[] candidates;
  final double[][] features;
  final double[] probabilities;

  /** Stands in the document itself, not only around it. */
  boolean isOwn;

  /** How likely it is a place at all: the likeliest of its mentions. */
  double weight;

  Term(Gazetteer gazetteer, int name) {
    this.name = name;
    int size = Math.min(MOST_CANDIDATES, gazetteer.meanings(name));
    candidates = new int[size];
    features = new double[size][];
    probabilities = new double[size];
    for (int i = 0; i < size; i++) {
      candidates[i] = gazetteer.place(name, i);
      features[i] = new double[CandidateFeature.values().length];
      describe(gazetteer, i, features[i]);
    }
  }

  private void describe(Gazetteer gazetteer, int index, double[] into) {
    int place = candidates[index];
    into[CandidateFeature.PEOPLE.ordinal()] = Math.log10(gazetteer.population(place) + 1.0);
    int fame =
        gazetteer.kind(place) == PlaceKind.COUNTRY ? FAME_OF_COUNTRIES : gazetteer.fame(place);
    into[CandidateFeature.FAME.ordinal()] = Math.log10(fame + 1.0);
    CandidateFeature kind =
        switch (gazetteer.kind(place)) {
          case COUNTRY -> CandidateFeature.COUNTRY;
          case REGION -> CandidateFeature.REGION;
          case ADMIN1 -> CandidateFeature.ADMIN1;
          case ADMIN2 -> CandidateFeature.ADMIN2;
          case CAPITAL -> CandidateFeature.CAPITAL;
          case DISTRICT -> CandidateFeature.DISTRICT;
          case SITE -> CandidateFeature.SITE;
          case CITY -> null;
        };
    if (kind != null) {
      into[kind.ordinal()] = 1;
    }
    boolean other = gazetteer.rank(name, index) == NameRank.ALTERNATE;
    into[CandidateFeature.OTHER_NAME.ordinal()] = other ? 1 : 0;
    into[CandidateFeature.LARGEST.ordinal()] = index == 0 ? 1 : 0;
  }

  /** Whether a town of a country, of so many people or more, has the name. */
  boolean hasTown(Gazetteer gazetteer, int country, int people) {
    for (int candidate : candidates) {
      if (gazetteer.kind(candidate).isTown()
          && gazetteer.countryNumber(candidate) == country
          && gazetteer.population(candidate) >= people) {
        return true;
      }
    }
    return false;
  }

  /** From the features' sums to probabilities that add up to one. */
  void weigh(double[] weights) {
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < candidates.length; i++) {
      probabilities[i] = Weights.sum(weights, features[i]);
      most = Math.max(most, probabilities[i]);
    }
    double sum = 0;
    for (int i = 0; i < candidates.length; i++) {
      probabilities[i] = Math.exp(probabilities[i] - most);
      sum += probabilities[i];
    }
    for (int i = 0; i < candidates.length; i++) {
      probabilities[i] /= sum;
    }
  }

  /** Index of the likeliest candidate. */
  int best() {
    int best = 0;
    for (int i = 1; i < candidates.length; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    return best;
  }

  /** Index of the likeliest candidate inside another place; -1 for none. */
  int bestIn(Gazetteer gazetteer, int outer) {
    int best = -1;
    for (int i = 0; i < candidates.length; i++) {
      if (Containment.contains(gazetteer, outer, candidates[i])
          && (best < 0 || probabilities[i] > probabilities[best])) {
        best = i;
      }
    }
    return best;
  }

  /** The probability of a candidate and of those of its country close by. */
  double around(Gazetteer gazetteer, int index) {
    int place = candidates[index];
    double sum = 0;
    for (int i = 0; i < candidates.length; i++) {
      boolean close =
          gazetteer.countryNumber(candidates[i]) == gazetteer.countryNumber(place)
              && Containment.kilometres(gazetteer, candidates[i], place) < CLOSE_KM;
      sum += i == index || close ? probabilities[i] : 0;
    }
    return Math.min(1, sum);
  }

  int bestPlace() {
    return candidates[best()];
  }

  /** Whether any candidate holds one of another name's. */
  boolean mayHold(Gazetteer gazetteer, Term other) {
    for (int outer : candidates) {
      if (other.mayLieIn(gazetteer, outer)) {
        return true;
      }
    }
    return false;
  }

  private boolean mayLieIn(Gazetteer gazetteer, int outer) {
    for (int inner : candidates) {
      if (Containment.contains(gazetteer, outer, inner)) {
        return true;
      }
    }
    return false;
  }

  /** Fills the features that names beside the comma give. */
  void describeFamily(Gazetteer gazetteer) {
    boolean any = false;
    for (int i = 0; i < candidates.length; i++) {
      boolean in = false;
      for (Term parent : parents) {
        for (int outer : parent.candidates) {
          in |= Containment.contains(gazetteer, outer, candidates[i]);
        }
      }
      boolean holds = false;
      for (Term child : children) {
        holds |= child.mayLieIn(gazetteer, candidates[i]);
      }
      features[i][CandidateFeature.IN_PARENT.ordinal()] = in ? 1 : 0;
      features[i][CandidateFeature.IS_PARENT.ordinal()] = holds ? 1 : 0;
      any |= in || holds;
    }
    for (double[] one : features) {
      boolean none =
          one[CandidateFeature.IN_PARENT.ordinal()] == 0
              && one[CandidateFeature.IS_PARENT.ordinal()] == 0;
      one[CandidateFeature.NOT_IN_PARENT.ordinal()] = any && none ? 1 : 0;
    }
  }
}

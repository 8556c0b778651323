// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

import io.postwatch.enrich.gazetteer.Gazetteer;
import io.postwatch.enrich.gazetteer.PlaceKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the other names of a document say about where it is about. */
final class Evidence {
  /** Places farther than some hundred kilometres are no neighbours. */
  private static final double NEAR_KM = 80;

  /** A bound, so that long documents take linear time. */
  private static final int MOST_ANCHORS = 64;

  /** So that one other name alone is no proof. */
  private static final double DOUBT = 1;

  /**
   * What a name around a document counts, to one in it that has company there: an article on
   * protests from Paris to Astana shows a post on Santiago and Chile. Set by reason; the labelled
   * texts stand alone.
   */
  private static final double AROUND = 0.3;

  /** Namesakes that speak for nothing: most of Springfield's thirty. */
  private static final double UNLIKELY = 1e-3;

  /** More places in the document itself than this are company. */
  private static final double ALONE = 1.2;

  private final Gazetteer gazetteer;
  private final double around;
  private final List<Term> anchors;
  private final Map<Integer, Double> countries = new HashMap<>();
  private final Map<Integer, Double> divisions = new HashMap<>();
  private double sum;

  Evidence(Gazetteer gazetteer, List<Term> terms) {
    this.gazetteer = gazetteer;
    double own = terms.stream().filter(term -> term.isOwn).mapToDouble(term -> term.weight).sum();
    around = own > ALONE ? AROUND : 1;
    anchors =
        terms.stream()
            .filter(term -> term.weight > 0.1 && isSmall(term.bestPlace()))
            .sorted(Comparator.comparingDouble(this::amount).reversed())
            .limit(MOST_ANCHORS)
            .toList();
    for (Term term : terms) {
      add(term, amount(term));
    }
  }

  private double amount(Term term) {
    return term.weight * standing(term) * (1 + Math.log(Math.max(1, term.mentions.size())));
  }

  private double standing(Term term) {
    return term.isOwn ? 1 : around;
  }

  private void add(Term term, double amount) {
    sum += amount;
    for (int i = 0; i < term.candidates.length; i++) {
      if (term.probabilities[i] < UNLIKELY) {
        continue;
      }
      double part = amount * term.probabilities[i];
      int place = term.candidates[i];
      countries.merge(gazetteer.countryNumber(place), part, Double::sum);
      divisions.merge(Containment.division(gazetteer, place), part, Double::sum);
    }
  }

  /** Share of the other names in the country of a place. */
  double sameCountry(Term term, int place) {
    int country = gazetteer.countryNumber(place);
    return country < 0 ? 0 : share(term, countries.getOrDefault(country, 0.0), place, false);
  }

  /** Share of the other names in the first-level division of a place. */
  double sameDivision(Term term, int place) {
    int division = Containment.division(gazetteer, place);
    return division < 0 ? 0 : share(term, divisions.getOrDefault(division, 0.0), place, true);
  }

  private double share(Term term, double all, int place, boolean division) {
    double amount = amount(term);
    double self = 0;
    for (int i = 0; i < term.candidates.length; i++) {
      if (term.probabilities[i] < UNLIKELY) {
        continue;
      }
      int other = term.candidates[i];
      boolean same =
          division
              ? Containment.division(gazetteer, other) == Containment.division(gazetteer, place)
              : gazetteer.countryNumber(other) == gazetteer.countryNumber(place);
      self += same ? amount * term.probabilities[i] : 0;
    }
    return Math.max(0, all - self) / Math.max(DOUBT, sum - amount + DOUBT);
  }

  /** Other towns and counties nearby, up to 1. */
  double near(Term term, int place) {
    double near = 0;
    for (Term other : anchors) {
      int best = other.bestPlace();
      if (other != term && best != place) {
        double kilometres = Containment.kilometres(gazetteer, best, place);
        near += other.weight * standing(other) * Math.exp(-kilometres / NEAR_KM);
      }
    }
    return near / (near + 1);
  }

  private boolean isSmall(int place) {
    PlaceKind kind = gazetteer.kind(place);
    return kind != PlaceKind.COUNTRY && kind != PlaceKind.REGION;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

import io.postwatch.enrich.gazetteer.Gazetteer;
import io.postwatch.enrich.gazetteer.PlaceKind;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token.Border;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides of the names of one document which are places, and which places.
 *
 * <p>First each name is judged by itself and its neighbours; then, twice, by what the others turned
 * out to be. Both judgements are logistic, so that their product is a probability.
 */
final class PlaceResolver {
  private static final int ROUNDS = 2;

  /** How often a name before a comma and what holds one of its places means that place. */
  private static final double OWN_PARENT = 0.9;

  /** People in a city that is known as its state is. */
  private static final int LARGE_CITY = 100_000;

  private final Gazetteer gazetteer;
  private final Surroundings surroundings = new Surroundings();
  private final MentionScorer scorer;
  private final Weights weights;

  PlaceResolver(Gazetteer gazetteer, Weights weights) {
    this.gazetteer = gazetteer;
    this.weights = weights;
    scorer = new MentionScorer(gazetteer, surroundings);
  }

  /** The judged names of a document, in order. */
  List<Resolution> resolve(
      List<PostText> posts, List<Mention> mentions, NameTags tags, PlaceContext context) {
    List<Term> terms = new ArrayList<>();
    List<Term> termOf = new ArrayList<>();
    List<double[]> features = new ArrayList<>();
    collect(mentions, tags, posts.size() - context.around().size(), terms, termOf, features);
    link(mentions, termOf, features);
    people(posts, mentions, terms, features);
    terms.forEach(term -> term.describeFamily(gazetteer));
    terms.forEach(term -> cityOrState(term, mentions));
    alone(terms);
    outlet(terms, context);
    for (int round = 0; round <= ROUNDS; round++) {
      if (round > 0) {
        evidence(terms, features);
      }
      for (Term term : terms) {
        term.weigh(weights.candidate());
        term.weight = 0;
        for (int mention : term.mentions) {
          term.weight = Math.max(term.weight, isPlace(features.get(mention)));
        }
      }
    }
    List<Resolution> resolved = new ArrayList<>();
    for (int i = 0; i < mentions.size(); i++) {
      resolved.add(resolution(i, mentions, termOf, features.get(i)));
    }
    return resolved;
  }

  /** A mention before its own parent lies there, whatever the name means elsewhere. */
  private Resolution resolution(
      int index, List<Mention> mentions, List<Term> termOf, double[] features) {
    Term term = termOf.get(index);
    int own =
        features[MentionFeature.IN_PARENT.ordinal()] > 0
            ? term.bestIn(gazetteer, termOf.get(index + 1).bestPlace())
            : -1;
    int best = own < 0 ? term.best() : own;
    double sure =
        own < 0 ? term.around(gazetteer, best) : Math.max(OWN_PARENT, term.around(gazetteer, best));
    return new Resolution(mentions.get(index), term, features, isPlace(features), best, sure);
  }

  private double isPlace(double[] features) {
    return Weights.probability(Weights.sum(weights.mention(), features));
  }

  private void collect(
      List<Mention> mentions,
      NameTags tags,
      int own,
      List<Term> terms,
      List<Term> termOf,
      List<double[]> features) {
    Map<Integer, Term> byName = new LinkedHashMap<>();
    for (int i = 0; i < mentions.size(); i++) {
      Mention mention = mentions.get(i);
      Term term = byName.computeIfAbsent(mention.name(), name -> new Term(gazetteer, name));
      term.mentions.add(i);
      term.isOwn |= mention.text() < own;
      termOf.add(term);
      features.add(scorer.describe(mention, tags));
    }
    terms.addAll(byName.values());
  }

  private boolean isState(Mention mention) {
    return gazetteer.kind(gazetteer.place(mention.name(), 0)) == PlaceKind.ADMIN1;
  }

  /** Notes "Springfield, Ohio" and "Springfield OH" on both names. */
  private void link(List<Mention> mentions, List<Term> termOf, List<double[]> features) {
    for (int i = 0; i + 1 < mentions.size(); i++) {
      Mention inner = mentions.get(i);
      Mention outer = mentions.get(i + 1);
      boolean beside =
          inner.text() == outer.text()
              && inner.to() == outer.from()
              && (outer.first().border() == Border.PAUSE
                  || outer.first().border() == Border.SPACE && isState(outer))
              && outer.first().at() - inner.last().until() <= 3;
      if (beside && termOf.get(i + 1).mayHold(gazetteer, termOf.get(i))) {
        termOf.get(i).parents.add(termOf.get(i + 1));
        termOf.get(i + 1).children.add(termOf.get(i));
        double[] own = features.get(i);
        own[MentionFeature.IN_PARENT.ordinal()] = 1;
        own[MentionFeature.COMMON_WORD_IN_PARENT.ordinal()] =
            own[MentionFeature.COMMON_WORD.ordinal()];
        features.get(i + 1)[MentionFeature.IS_PARENT.ordinal()] = 1;
      }
    }
    for (int i = 0; i < mentions.size(); i++) {
      double[] own = features.get(i);
      boolean letters =
          mentions.get(i).words() == 1 && mentions.get(i).first().norm().length() == 2;
      boolean state = own[MentionFeature.ADMIN1.ordinal()] > 0;
      if (letters && state && own[MentionFeature.IS_PARENT.ordinal()] == 0) {
        own[MentionFeature.STRAY_LETTERS.ordinal()] = 1;
      }
    }
  }

  private void people(
      List<PostText> posts, List<Mention> mentions, List<Term> terms, List<double[]> features) {
    Set<String> people = new HashSet<>();
    posts.forEach(post -> people.addAll(surroundings.peopleIn(post.tokens())));
    for (Term term : terms) {
      for (int i : term.mentions) {
        Mention mention = mentions.get(i);
        boolean somebody = mention.words() == 1 && people.contains(mention.first().norm());
        features.get(i)[MentionFeature.SOMEBODY.ordinal()] = somebody ? 1 : 0;
        features.get(i)[MentionFeature.REPEATED.ordinal()] = term.mentions.size() > 1 ? 1 : 0;
      }
    }
  }

  /** Tells New York from New York: the city, unless somebody governs it. */
  private void cityOrState(Term term, List<Mention> mentions) {
    boolean office = term.mentions.stream().anyMatch(i -> surroundings.isOfState(mentions.get(i)));
    for (int i = 0; i < term.candidates.length; i++) {
      int place = term.candidates[i];
      PlaceKind kind = gazetteer.kind(place);
      boolean besideCity =
          (kind == PlaceKind.ADMIN1 || kind == PlaceKind.ADMIN2)
              && term.hasTown(gazetteer, gazetteer.countryNumber(place), LARGE_CITY);
      double[] own = term.features[i];
      own[CandidateFeature.STATE_BESIDE_CITY.ordinal()] = besideCity && !office ? 1 : 0;
      own[CandidateFeature.STATE_OF_OFFICE.ordinal()] = office && kind == PlaceKind.ADMIN1 ? 1 : 0;
    }
  }

  /** What is known of a place counts for more where the document says little. */
  private static void alone(List<Term> terms) {
    double alone = 1.0 / Math.max(1, terms.stream().filter(term -> term.isOwn).count());
    for (Term term : terms) {
      for (double[] own : term.features) {
        own[CandidateFeature.PEOPLE_ALONE.ordinal()] =
            alone * own[CandidateFeature.PEOPLE.ordinal()];
        own[CandidateFeature.FAME_ALONE.ordinal()] = alone * own[CandidateFeature.FAME.ordinal()];
        own[CandidateFeature.COUNTRY_ALONE.ordinal()] =
            alone * own[CandidateFeature.COUNTRY.ordinal()];
        own[CandidateFeature.CAPITAL_ALONE.ordinal()] =
            alone * own[CandidateFeature.CAPITAL.ordinal()];
      }
    }
  }

  private void outlet(List<Term> terms, PlaceContext context) {
    if (context.country() == null) {
      return;
    }
    for (Term term : terms) {
      for (int i = 0; i < term.candidates.length; i++) {
        boolean same = context.country().equals(gazetteer.country(term.candidates[i]));
        term.features[i][CandidateFeature.OUTLET.ordinal()] = same ? 1 : 0;
      }
    }
  }

  private void evidence(List<Term> terms, List<double[]> features) {
    if (terms.size() == 1) {
      return; // Nothing else is named that could speak for it.
    }
    Evidence evidence = new Evidence(gazetteer, terms);
    for (Term term : terms) {
      for (int i = 0; i < term.candidates.length; i++) {
        int place = term.candidates[i];
        double[] own = term.features[i];
        own[CandidateFeature.SAME_COUNTRY.ordinal()] = evidence.sameCountry(term, place);
        own[CandidateFeature.SAME_ADMIN1.ordinal()] = evidence.sameDivision(term, place);
        boolean small =
            gazetteer.kind(place) != PlaceKind.COUNTRY && gazetteer.kind(place) != PlaceKind.REGION;
        own[CandidateFeature.NEAR.ordinal()] = small ? evidence.near(term, place) : 0;
      }
    }
    for (Term term : terms) {
      term.weigh(weights.candidate());
      double[] best = term.features[term.best()];
      for (int i : term.mentions) {
        double[] own = features.get(i);
        own[MentionFeature.SAME_COUNTRY.ordinal()] = best[CandidateFeature.SAME_COUNTRY.ordinal()];
        own[MentionFeature.SAME_ADMIN1.ordinal()] = best[CandidateFeature.SAME_ADMIN1.ordinal()];
        own[MentionFeature.NEAR.ordinal()] = best[CandidateFeature.NEAR.ordinal()];
      }
    }
  }
}

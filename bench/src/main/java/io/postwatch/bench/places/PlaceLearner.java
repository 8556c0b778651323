// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.places;

import io.postwatch.bench.places.GoldText.GoldPlace;
import io.postwatch.enrich.gazetteer.Gazetteer;
import io.postwatch.enrich.places.CandidateFeature;
import io.postwatch.enrich.places.Explanation;
import io.postwatch.enrich.places.MentionFeature;
import io.postwatch.enrich.places.PlaceContext;
import io.postwatch.enrich.places.PlaceFinder;
import io.postwatch.enrich.places.Weights;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Learns the weights: logistic regression on whether a name is a place, conditional logistic
 * regression on which, in turns, since what the document says depends on both.
 */
final class PlaceLearner {
  private static final int TURNS = 4;
  private static final int STEPS = 400;
  private static final double SHRINK = 2;
  private static final double NEAR_KM = 161;

  /** How much one of our own sentences with a famous name counts. */
  private static final double FAMOUS = 5;

  /** Set by reason: the labelled texts have no hashtags and few languages, and are all English. */
  private static final Map<MentionFeature, Double> MENTION =
      Map.of(
          MentionFeature.HASHTAG,
          0.3,
          MentionFeature.WHOLE_HASHTAG,
          0.7,
          MentionFeature.OTHER_SCRIPT,
          1.0,
          MentionFeature.LANGUAGE,
          -3.0,
          MentionFeature.NAMESAKE_BEFORE_CAPITALISED,
          -2.0);

  /**
   * Set by reason: the labelled texts have no outlets, and too few cities beside states of the
   * name, of which readers take the city.
   */
  private static final Map<CandidateFeature, Double> CANDIDATE =
      Map.of(
          CandidateFeature.OUTLET, 1.5,
          CandidateFeature.STATE_BESIDE_CITY, -3.0,
          CandidateFeature.STATE_OF_OFFICE, 3.0);

  private final Gazetteer gazetteer;
  private final List<String> others;

  PlaceLearner(Gazetteer gazetteer, List<String> others) {
    this.gazetteer = gazetteer;
    this.others = others;
  }

  /** A name with whether it is a place, or the candidates with whether each is right. */
  private record Example(double[][] rows, boolean[] right, double weight) {}

  Weights learn(List<List<GoldText>> sets, Weights start) throws IOException {
    Weights weights = start;
    for (int turn = 0; turn < TURNS; turn++) {
      PlaceFinder finder = PlaceFinder.with(gazetteer, weights, others);
      List<Example> mentions = new ArrayList<>();
      List<Example> candidates = new ArrayList<>();
      for (List<GoldText> set : sets) {
        int before = mentions.size();
        List<Example> own = new ArrayList<>();
        for (GoldText text : set) {
          for (Explanation one :
              finder.explain(List.of(text.post()), text.tags(), PlaceContext.NONE, 100000)) {
            examples(text, one, own, candidates);
          }
        }
        double weight = Math.min(1, 6000.0 / own.size());
        own.forEach(e -> mentions.add(new Example(e.rows(), e.right(), weight)));
        System.err.println(mentions.size() - before + " names, weight " + weight);
      }
      for (GoldText text : GoldText.bareNames()) {
        for (Explanation one :
            finder.explain(List.of(text.post()), text.tags(), PlaceContext.NONE, 100)) {
          List<Example> choices = new ArrayList<>();
          examples(text, one, new ArrayList<>(), choices);
          choices.forEach(e -> candidates.add(new Example(e.rows(), e.right(), FAMOUS)));
        }
      }
      weights =
          new Weights(
              fit(mentions, fixed(weights.mention(), MENTION), MENTION, PlaceLearner::single),
              fit(
                  candidates,
                  fixed(weights.candidate(), CANDIDATE),
                  CANDIDATE,
                  PlaceLearner::choice));
      System.err.println("turn " + turn + ", choices " + candidates.size());
    }
    return weights;
  }

  private static void examples(
      GoldText text, Explanation one, List<Example> mentions, List<Example> candidates) {
    GoldPlace gold =
        text.places().stream()
            .filter(place -> place.overlaps(one.start(), one.end()))
            .findFirst()
            .orElse(null);
    mentions.add(new Example(new double[][] {one.features()}, new boolean[] {gold != null}, 1));
    if (gold == null || Double.isNaN(gold.latitude()) || one.candidates().size() < 2) {
      return;
    }
    double[][] rows = new double[one.candidates().size()][];
    boolean[] right = new boolean[rows.length];
    int rights = 0;
    for (int i = 0; i < rows.length; i++) {
      Explanation.Candidate candidate = one.candidates().get(i);
      rows[i] = candidate.features();
      double distance =
          PlaceScore.kilometres(
              gold.latitude(), gold.longitude(),
              candidate.place().latitude(), candidate.place().longitude());
      right[i] = distance <= NEAR_KM;
      rights += right[i] ? 1 : 0;
    }
    if (rights > 0 && rights < rows.length) {
      candidates.add(new Example(rows, right, 1));
    }
  }

  private interface Gradient {
    void add(Example example, double[] weights, double[] gradient);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void single(Example example, double[] weights, double[] gradient) {
    double[] row = example.rows()[0];
    double error = (example.right()[0] ? 1 : 0) - 1 / (1 + Math.exp(-dot(row, weights)));
    for (int i = 0; i < row.length; i++) {
      gradient[i] += example.weight() * error * row[i];
    }
  }

  private static void choice(Example example, double[] weights, double[] gradient) {
    int size = example.rows().length;
    double[] p = new double[size];
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      p[i] = dot(example.rows()[i], weights);
      most = Math.max(most, p[i]);
    }
    double all = 0;
    double rights = 0;
    for (int i = 0; i < size; i++) {
      p[i] = Math.exp(p[i] - most);
      all += p[i];
      rights += example.right()[i] ? p[i] : 0;
    }
    for (int i = 0; i < size; i++) {
      double wanted = example.right()[i] ? p[i] / Math.max(1e-12, rights) : 0;
      double error = example.weight() * (wanted - p[i] / all);
      for (int k = 0; k < weights.length; k++) {
        gradient[k] += error * example.rows()[i][k];
      }
    }
  }

  private static double[] fixed(double[] weights, Map<? extends Enum<?>, Double> reasons) {
    double[] all = weights.clone();
    reasons.forEach((feature, weight) -> all[feature.ordinal()] = weight);
    return all;
  }

  /** Adam with the whole gradient, and a pull to zero. */
  private static double[] fit(
      List<Example> examples,
      double[] start,
      Map<? extends Enum<?>, Double> reasons,
      Gradient gradient) {
    double[] weights = start.clone();
    double[] mean = new double[weights.length];
    double[] square = new double[weights.length];
    for (int step = 1; step <= STEPS; step++) {
      double[] slope = new double[weights.length];
      for (Example example : examples) {
        gradient.add(example, weights, slope);
      }
      Set<Integer> kept = reasons.keySet().stream().map(Enum::ordinal).collect(Collectors.toSet());
      for (int i = 0; i < weights.length; i++) {
        double s = (slope[i] - SHRINK * weights[i]) / examples.size();
        mean[i] = 0.9 * mean[i] + 0.1 * s;
        square[i] = 0.999 * square[i] + 0.001 * s * s;
        double m = mean[i] / (1 - Math.pow(0.9, step));
        double v = square[i] / (1 - Math.pow(0.999, step));
        weights[i] += kept.contains(i) ? 0 : 0.05 * m / (Math.sqrt(v) + 1e-9);
      }
    }
    return weights;
  }

  static String table(Weights weights) {
    StringBuilder table = new StringBuilder();
    for (MentionFeature feature : MentionFeature.values()) {
      table.append(
          String.format(
              Locale.ROOT, "mention\t%s\t%.3f%n", feature, weights.mention()[feature.ordinal()]));
    }
    for (CandidateFeature feature : CandidateFeature.values()) {
      table.append(
          String.format(
              Locale.ROOT,
              "candidate\t%s\t%.3f%n",
              feature,
              weights.candidate()[feature.ordinal()]));
    }
    return table.toString();
  }
}

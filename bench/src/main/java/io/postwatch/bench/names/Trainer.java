// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.names;

import io.postwatch.enrich.names.Label;
import io.postwatch.enrich.names.Weights;
import io.postwatch.enrich.names.WindowNet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Fits the weights of a linear-chain conditional random field by AdaGrad, some features left out at
 * random at each step; the weights of the later rounds are averaged.
 */
final class Trainer {
  private static final int LABELS = Label.COUNT;

  /**
   * How it is trained.
   *
   * @param bits buckets for features, as a power of 2
   * @param dropout share of features left out at each step
   * @param rate size of the first steps
   * @param netDropout share of the network left out at each step
   * @param netRate size of the network's steps to those of the features
   */
  record Settings(
      int bits,
      int rounds,
      double rate,
      float dropout,
      float netDropout,
      double netRate,
      long seed) {}

  private final Settings settings;
  private final int mask;
  private final float[] weights;
  private final float[] squares;
  private final float[] transitions = new float[(LABELS + 1) * LABELS];
  private final float[] transitionSquares = new float[transitions.length];
  private final SplittableRandom random;
  private final NetTrainer net;

  Trainer(Settings settings) {
    this.settings = settings;
    this.mask = (1 << settings.bits()) - 1;
    this.weights = new float[LABELS << settings.bits()];
    this.squares = new float[weights.length];
    this.random = new SplittableRandom(settings.seed());
    this.net = new NetTrainer(settings.netDropout(), settings.seed());
    Arrays.fill(squares, 1e-2f);
    Arrays.fill(transitionSquares, 1f);
  }

  /** The weights learned, as real numbers: features first, transitions last. */
  Learned train(List<Example> examples) {
    List<Example> shuffled = new ArrayList<>(examples);
    Random order = new Random(settings.seed());
    Learned sum = new Learned(new float[weights.length], new float[transitions.length], null);
    int averaged = 0;
    for (int round = 0; round < settings.rounds(); round++) {
      Collections.shuffle(shuffled, order);
      double rate = settings.rate() * (1 - 0.9 * round / settings.rounds());
      for (Example example : shuffled) {
        if (example.labels().length > 0) {
          learn(example, rate * example.weight());
        }
      }
      if (round >= settings.rounds() / 2) {
        sum.add(weights, transitions);
        net.endRound();
        averaged++;
      }
    }
    sum.scale((1 - settings.dropout()) / averaged, 1f / averaged);
    return new Learned(sum.weights(), sum.transitions(), net.net(averaged));
  }

  private void learn(Example example, double rate) {
    int[][] kept = kept(example.features());
    double[][] scores = scores(kept);
    net.addScores(example.traits(), scores);
    Lattice lattice = new Lattice(scores, transitions);
    double[][] gradients = new double[kept.length][LABELS];
    for (int piece = 0; piece < kept.length; piece++) {
      int gold = example.labels()[piece];
      for (int label = 0; label < LABELS; label++) {
        double gradient = lattice.probability(piece, label) - (label == gold ? 1 : 0);
        gradients[piece][label] = gradient;
        if (Math.abs(gradient) > 1e-4) {
          stepAll(kept[piece], label, (float) gradient, rate);
        }
      }
    }
    net.learn(gradients, (float) (rate * settings.netRate()));
    learnTransitions(example, lattice, rate);
  }

  private int[][] kept(int[][] features) {
    int[][] kept = new int[features.length][];
    for (int piece = 0; piece < kept.length; piece++) {
      int[] all = features[piece];
      int[] some = new int[all.length];
      int size = 0;
      for (int feature : all) {
        if (random.nextInt() >>> 8 >= settings.dropout() * (1 << 24)) {
          some[size++] = (feature & mask) * LABELS;
        }
      }
      kept[piece] = Arrays.copyOf(some, size);
    }
    return kept;
  }

  private double[][] scores(int[][] features) {
    double[][] scores = new double[features.length][LABELS];
    for (int piece = 0; piece < features.length; piece++) {
      double[] sums = scores[piece];
      for (int at : features[piece]) {
        for (int label = 0; label < LABELS; label++) {
          sums[label] += weights[at + label];
        }
      }
    }
    return scores;
  }

  private void stepAll(int[] features, int label, float gradient, double rate) {
    float square = gradient * gradient;
    float step = (float) (rate * gradient);
    for (int feature : features) {
      int at = feature + label;
      squares[at] += square;
      weights[at] -= step / (float) Math.sqrt(squares[at]);
    }
  }

  private void learnTransitions(Example example, Lattice lattice, double rate) {
    byte[] labels = example.labels();
    for (int piece = 0; piece < labels.length; piece++) {
      int goldBefore = piece == 0 ? Label.START : labels[piece - 1];
      for (int before = 0; before <= LABELS; before++) {
        if ((piece == 0) != (before == Label.START)) {
          continue;
        }
        for (int label = 0; label < LABELS; label++) {
          boolean gold = before == goldBefore && label == labels[piece];
          double gradient = lattice.probability(piece, before, label) - (gold ? 1 : 0);
          int at = before * LABELS + label;
          transitionSquares[at] += (float) (gradient * gradient);
          transitions[at] -= (float) (rate * gradient / Math.sqrt(transitionSquares[at]));
        }
      }
    }
  }

  /** Weights as real numbers. */
  record Learned(float[] weights, float[] transitions, WindowNet net) {
    /** The largest weight that is told apart from larger ones, in 127 steps either way. */
    private static final float LARGEST = 4f;

    /**
     * Added for each beginning of a name: what is most likely is too timid for F1 (precision 77,
     * recall 44 on one set). By label; less for places, where posts with known places abound.
     */
    static final float[] BOLDNESS = {0, 1.25f, 0, 0.5f, 0, 1, 0};

    void add(float[] moreWeights, float[] moreTransitions) {
      for (int i = 0; i < weights.length; i++) {
        weights[i] += moreWeights[i];
      }
      for (int i = 0; i < transitions.length; i++) {
        transitions[i] += moreTransitions[i];
      }
    }

    void scale(float byWeights, float byTransitions) {
      for (int i = 0; i < weights.length; i++) {
        weights[i] *= byWeights;
      }
      for (int i = 0; i < transitions.length; i++) {
        transitions[i] *= byTransitions;
      }
    }

    /** The network, its output in the steps of the weights. */
    WindowNet roundedNet() {
      float[] output = net.output().clone();
      for (int i = 0; i < output.length; i++) {
        output[i] *= Byte.MAX_VALUE / LARGEST;
      }
      return new WindowNet(net.rows(), net.window(), net.whole(), net.bias(), output);
    }

    /** The weights in steps, those that say next to nothing left out. */
    Weights rounded(float least) {
      byte[][] table = new byte[weights.length / LABELS][LABELS];
      float step = LARGEST / Byte.MAX_VALUE;
      for (int bucket = 0; bucket < table.length; bucket++) {
        float[] row = Arrays.copyOfRange(weights, bucket * LABELS, (bucket + 1) * LABELS);
        float most = 0;
        for (float weight : row) {
          most = Math.max(most, Math.abs(weight));
        }
        for (int label = 0; most >= least && label < LABELS; label++) {
          int steps = Math.round(row[label] / step);
          table[bucket][label] = (byte) Math.max(-Byte.MAX_VALUE, Math.min(Byte.MAX_VALUE, steps));
        }
      }
      int[] rounded = new int[transitions.length];
      for (int i = 0; i < rounded.length; i++) {
        rounded[i] = Math.round((transitions[i] + BOLDNESS[i % LABELS]) / step);
      }
      return new Weights(table, rounded);
    }
  }
}

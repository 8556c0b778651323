// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.names;

import io.postwatch.enrich.names.Label;
import io.postwatch.enrich.names.WindowNet;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Fits the weights of a {@link WindowNet} by AdaGrad, post by post. */
final class NetTrainer {
  private static final int DEPTH = WindowNet.DEPTH;
  private static final int HIDDEN = WindowNet.HIDDEN;
  private static final int PLACES = WindowNet.PLACES;
  private static final int REACH = PLACES / 2;

  private final float dropout;
  private final SplittableRandom random;
  private final Fitted rows;
  private final Fitted window;
  private final Fitted whole;
  private final Fitted bias;
  private final Fitted output;

  /** The post that is being learned from. */
  private int[][] traits;

  private float[][] vectors;
  private float[] mean;
  private float[][] hidden;

  NetTrainer(float dropout, long seed) {
    this.dropout = dropout;
    this.random = new SplittableRandom(seed);
    rows = new Fitted(WindowNet.ROWS * DEPTH, 0.3f);
    window = new Fitted(PLACES * DEPTH * HIDDEN, 0.15f);
    whole = new Fitted(DEPTH * HIDDEN, 0.15f);
    bias = new Fitted(HIDDEN, 0.01f);
    output = new Fitted(Label.COUNT * HIDDEN, 0.2f);
  }

  /** Numbers with the sum of their squared gradients, and their sum over rounds. */
  private final class Fitted {
    private final float[] values;
    private final float[] gradients;
    private final float[] squares;
    private final float[] sums;

    Fitted(int size, float spread) {
      values = new float[size];
      gradients = new float[size];
      squares = new float[size];
      sums = new float[size];
      Arrays.fill(squares, 1e-2f);
      for (int i = 0; i < size; i++) {
        values[i] = (float) (random.nextDouble() * 2 - 1) * spread;
      }
    }

    void step(int at, float gradient, float rate) {
      squares[at] += gradient * gradient;
      values[at] -= rate * gradient / (float) Math.sqrt(squares[at]);
    }

    /**
     * Steps by the gradients of a whole post: a root for each word would take ten times as long.
     */
    void stepAll(float rate) {
      for (int i = 0; i < values.length; i++) {
        float gradient = gradients[i];
        float square = squares[i] + gradient * gradient;
        squares[i] = square;
        values[i] -= rate * gradient / (float) Math.sqrt(square);
        gradients[i] = 0;
      }
    }

    void add() {
      for (int i = 0; i < values.length; i++) {
        sums[i] += values[i];
      }
    }

    float[] mean(int rounds, float scale) {
      float[] means = sums.clone();
      for (int i = 0; i < means.length; i++) {
        means[i] *= scale / rounds;
      }
      return means;
    }
  }

  /** Adds what the network says of each piece to scores; some of it is left out at random. */
  void addScores(int[][] someTraits, double[][] scores) {
    int size = someTraits.length;
    traits = new int[size][];
    vectors = new float[size][DEPTH];
    mean = new float[DEPTH];
    hidden = new float[size][];
    for (int piece = 0; piece < size; piece++) {
      traits[piece] = kept(someTraits[piece]);
      for (int row : traits[piece]) {
        for (int i = 0; i < DEPTH; i++) {
          vectors[piece][i] += rows.values[row * DEPTH + i];
        }
      }
      for (int i = 0; i < DEPTH; i++) {
        mean[i] += vectors[piece][i] / size;
      }
    }
    float[] base = bias.values.clone();
    WindowNet.multiply(mean, whole.values, 0, base, 0);
    for (int piece = 0; piece < size; piece++) {
      hidden[piece] = base.clone();
      for (int place = 0; place < PLACES; place++) {
        int other = piece + place - REACH;
        if (other >= 0 && other < size) {
          WindowNet.multiply(
              vectors[other], window.values, place * DEPTH * HIDDEN, hidden[piece], 0);
        }
      }
      cut(hidden[piece]);
      for (int label = 0; label < Label.COUNT; label++) {
        double sum = 0;
        for (int unit = 0; unit < HIDDEN; unit++) {
          sum += hidden[piece][unit] * output.values[unit * Label.COUNT + label];
        }
        scores[piece][label] += sum;
      }
    }
  }

  private int[] kept(int[] all) {
    int[] some = new int[all.length];
    int size = 0;
    for (int row : all) {
      if (random.nextDouble() >= dropout) {
        some[size++] = row;
      }
    }
    return Arrays.copyOf(some, size);
  }

  private void cut(float[] units) {
    for (int unit = 0; unit < HIDDEN; unit++) {
      boolean kept = units[unit] > 0 && random.nextDouble() >= dropout;
      units[unit] = kept ? units[unit] / (1 - dropout) : 0;
    }
  }

  /** Learns from the gradients of the scores last added. */
  void learn(double[][] gradients, float rate) {
    int size = traits.length;
    float[][] toVectors = new float[size][DEPTH];
    float[] toBase = new float[HIDDEN];
    for (int piece = 0; piece < size; piece++) {
      float[] toHidden = toHidden(gradients[piece], hidden[piece]);
      if (toHidden == null) {
        continue;
      }
      for (int unit = 0; unit < HIDDEN; unit++) {
        toBase[unit] += toHidden[unit];
      }
      for (int place = 0; place < PLACES; place++) {
        int other = piece + place - REACH;
        if (other >= 0 && other < size) {
          backward(window, place * DEPTH * HIDDEN, toHidden, vectors[other], toVectors[other]);
        }
      }
    }
    float[] toMean = new float[DEPTH];
    backward(whole, 0, toBase, mean, toMean);
    for (int unit = 0; unit < HIDDEN; unit++) {
      bias.gradients[unit] += toBase[unit];
    }
    for (Fitted fitted : List.of(window, whole, bias, output)) {
      fitted.stepAll(rate);
    }
    for (int piece = 0; piece < size; piece++) {
      for (int i = 0; i < DEPTH; i++) {
        toVectors[piece][i] += toMean[i] / size;
      }
      for (int row : traits[piece]) {
        for (int i = 0; i < DEPTH; i++) {
          rows.step(row * DEPTH + i, toVectors[piece][i], rate);
        }
      }
    }
  }

  private float[] toHidden(double[] gradients, float[] units) {
    float[] toHidden = new float[HIDDEN];
    boolean any = false;
    for (int label = 0; label < Label.COUNT; label++) {
      float gradient = (float) gradients[label];
      if (Math.abs(gradient) < 1e-4) {
        continue;
      }
      any = true;
      for (int unit = 0; unit < HIDDEN; unit++) {
        if (units[unit] > 0) {
          toHidden[unit] += gradient * output.values[unit * Label.COUNT + label] / (1 - dropout);
          output.gradients[unit * Label.COUNT + label] += gradient * units[unit];
        }
      }
    }
    return any ? toHidden : null;
  }

  private static void backward(
      Fitted matrix, int at, float[] toUnits, float[] vector, float[] toVector) {
    float[] values = matrix.values;
    float[] gradients = matrix.gradients;
    float[] products = new float[HIDDEN];
    for (int i = 0; i < DEPTH; i++) {
      int row = at + i * HIDDEN;
      float factor = vector[i];
      for (int unit = 0; unit < HIDDEN; unit++) {
        gradients[row + unit] += toUnits[unit] * factor;
      }
      for (int unit = 0; unit < HIDDEN; unit++) {
        products[unit] = toUnits[unit] * values[row + unit];
      }
      float sum = 0;
      for (float product : products) {
        sum += product;
      }
      toVector[i] += sum;
    }
  }

  /** Counts the weights of this round towards those in the end. */
  void endRound() {
    for (Fitted fitted : List.of(rows, window, whole, bias, output)) {
      fitted.add();
    }
  }

  /** The network with the mean weights of the rounds counted. */
  WindowNet net(int rounds) {
    return new WindowNet(
        rows.mean(rounds, 1 - dropout),
        window.mean(rounds, 1),
        whole.mean(rounds, 1),
        bias.mean(rounds, 1),
        output.mean(rounds, 1));
  }
}

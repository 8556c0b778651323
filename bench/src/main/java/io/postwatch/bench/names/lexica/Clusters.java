// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.names.lexica;

import java.util.Random;

/** Groups vectors around centres (k-means); vectors are of length 1. */
final class Clusters {
  /** Enough to find the centres; all vectors are only assigned. */
  private static final int SAMPLE = 60_000;

  private static final int ROUNDS = 8;

  private final float[][] centres;

  private Clusters(float[][] centres) {
    this.centres = centres;
  }

  static Clusters of(float[][] vectors, int count, long seed) {
    Random random = new Random(seed);
    float[][] sample = new float[Math.min(SAMPLE, vectors.length)][];
    for (int i = 0; i < sample.length; i++) {
      sample[i] =
          sample.length == vectors.length ? vectors[i] : vectors[random.nextInt(vectors.length)];
    }
    float[][] centres = new float[count][];
    for (int i = 0; i < count; i++) {
      centres[i] = sample[random.nextInt(sample.length)].clone();
    }
    Clusters clusters = new Clusters(centres);
    for (int round = 0; round < ROUNDS; round++) {
      clusters.move(sample);
    }
    return clusters;
  }

  float[][] centres() {
    return centres;
  }

  /** The centre in whose direction a vector points most. */
  int nearest(float[] vector) {
    int nearest = 0;
    float most = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < centres.length; i++) {
      float likeness = product(vector, centres[i]);
      if (likeness > most) {
        most = likeness;
        nearest = i;
      }
    }
    return nearest;
  }

  private void move(float[][] vectors) {
    float[][] sums = new float[centres.length][centres[0].length];
    for (float[] vector : vectors) {
      float[] sum = sums[nearest(vector)];
      for (int i = 0; i < vector.length; i++) {
        sum[i] += vector[i];
      }
    }
    for (int i = 0; i < centres.length; i++) {
      if (product(sums[i], sums[i]) > 0) {
        centres[i] = normalised(sums[i]);
      }
    }
  }

  static float[] normalised(float[] vector) {
    float length = (float) Math.sqrt(Math.max(1e-12, product(vector, vector)));
    float[] result = vector.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] /= length;
    }
    return result;
  }

  /** In four sums, which the processor can make side by side. */
  private static float product(float[] a, float[] b) {
    float one = 0;
    float two = 0;
    float three = 0;
    float four = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      one += a[i] * b[i];
      two += a[i + 1] * b[i + 1];
      three += a[i + 2] * b[i + 2];
      four += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      one += a[i] * b[i];
    }
    return one + two + (three + four);
  }
}

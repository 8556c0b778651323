// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.aggregate;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Numbers from 0 of which the n-th is drawn in proportion to (n + 1) to the power -exponent. */
final class Zipf {
  private final double[] upTo;

  Zipf(int size, double exponent) {
    upTo = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += Math.pow(i + 1, -exponent);
      upTo[i] = sum;
    }
  }

  int next(SplittableRandom random) {
    int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
    return found >= 0 ? found : -found - 1;
  }
}

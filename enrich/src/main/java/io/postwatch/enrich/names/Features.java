// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

import java.util.Arrays;

/** A list of feature hashes that is filled again and again. */
public final class Features {
  private int[] hashes = new int[128];
  private int size;

  void clear() {
    size = 0;
  }

  /** Adds a feature: what is looked at, and what was seen there. */
  void add(int template, int value) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    hashes[size++] = Hashes.mix(template, value);
  }

  /** Adds a feature of two things together. */
  void add(int template, int one, int other) {
    add(template, one * 31 + other);
  }

  void addAll(int[] others) {
    for (int hash : others) {
      if (size == hashes.length) {
        hashes = Arrays.copyOf(hashes, size * 2);
      }
      hashes[size++] = hash;
    }
  }

  /** Adds what the features say to the sums of the labels, which begin at an offset. */
  void addTo(Weights weights, int[] sums, int offset) {
    weights.addAll(hashes, size, sums, offset);
  }

  /** The features so far. */
  public int[] toArray() {
    return Arrays.copyOf(hashes, size);
  }
}

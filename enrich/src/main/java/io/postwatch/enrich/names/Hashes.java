// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

/** Hashes that stay the same for ever: the model file was made with them. */
final class Hashes {
  private static final int PRIME = 0x01000193;

  private Hashes() {}

  /** Mixes two numbers; the finaliser is Murmur3's. */
  static int mix(int a, int b) {
    int x = a * 0x9E3779B1 ^ b;
    x ^= x >>> 16;
    x *= 0x85EBCA6B;
    x ^= x >>> 13;
    x *= 0xC2B2AE35;
    return x ^ x >>> 16;
  }

  /** Of the characters of a part of a text. */
  static int of(CharSequence text, int from, int to) {
    return mix(to - from, raw(text, from, to));
  }

  static int of(CharSequence text) {
    return of(text, 0, text.length());
  }

  /** A weaker and quicker one, for tables in memory. */
  static int raw(CharSequence text, int from, int to) {
    int hash = 0x811C9DC5;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return hash;
  }
}

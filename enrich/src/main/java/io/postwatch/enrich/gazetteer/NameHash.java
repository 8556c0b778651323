// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.gazetteer;

/**
 * Numbers that stand for names: 48 bits, so that with 800,000 names one look-up in 350 million of a
 * word that is no name takes it for one.
 */
public final class NameHash {
  /** The number of no words. */
  public static final long START = 0x1234567L;

  /** The largest number of a name. */
  static final long MOST = (1L << 48) - 1;

  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private NameHash() {}

  /** Goes on with the characters of a word. */
  public static long word(long state, CharSequence norm) {
    long hash = state;
    for (int i = 0; i < norm.length(); i++) {
      hash = step(hash, norm.charAt(i));
    }
    return hash;
  }

  /** Goes on with the border between two words. */
  public static long border(long state) {
    return step(state, ' ');
  }

  /** The number of what was gone through. */
  public static long key(long state) {
    return (state * MULTIPLIER >>> 8) & MOST;
  }

  /** Which bit of an array of so many longs (a power of two) says that longer names begin so. */
  public static int prefixBit(long key, int longs) {
    return (int) key & (longs * Long.SIZE - 1);
  }

  private static long step(long hash, char c) {
    long mixed = (hash ^ c) * MULTIPLIER;
    return mixed ^ (mixed >>> 29);
  }
}

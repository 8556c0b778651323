// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What each feature says for each label, in whole steps of a size that is the same for all: a sum
 * of integers is the same everywhere.
 *
 * <p>The eight-bit weights of a feature lie in one number, raised by {@value #RAISED} so that none
 * is negative, and are added four at a time in lanes of sixteen bits. That a look-up touches memory
 * once is what counts: it is a third of the tagger's time.
 */
public final class Weights {
  private static final int RAISED = 128;
  private static final long LANES = 0x00FF_00FF_00FF_00FFL;

  /** What lies in a bucket that no feature is in. */
  private static final long NOTHING = packed(new byte[Label.COUNT]);

  /** The most features whose raised weights fit into sixteen bits. */
  private static final int MOST_AT_ONCE = 257;

  /** The most buckets a file may have, 32 MB in memory. */
  private static final int MOST_BITS = 22;

  private final long[] table;
  private final int mask;
  private final int[] transitions;

  /**
   * @param table {@value Label#COUNT} weights a bucket; the number of buckets is a power of 2
   * @param transitions weight of each label after each other, the last row for the start
   */
  public Weights(byte[][] table, int[] transitions) {
    this(Arrays.stream(table).mapToLong(Weights::packed).toArray(), transitions);
  }

  private Weights(long[] table, int[] transitions) {
    this.table = table;
    this.mask = table.length - 1;
    this.transitions = transitions;
  }

  private static long packed(byte[] weights) {
    long packed = 0;
    for (int label = 0; label < Label.COUNT; label++) {
      packed |= (long) (weights[label] + RAISED) << 8 * label;
    }
    return packed;
  }

  private int weight(int bucket, int label) {
    return (int) (table[bucket] >>> 8 * label & 0xFF) - RAISED;
  }

  /** Adds what features say to the sums of the labels, which begin at an offset. */
  void addAll(int[] features, int size, int[] sums, int offset) {
    for (int from = 0; from < size; from += MOST_AT_ONCE) {
      add(features, from, Math.min(size, from + MOST_AT_ONCE), sums, offset);
    }
  }

  private void add(int[] features, int from, int to, int[] sums, int offset) {
    long even = 0;
    long odd = 0;
    for (int i = from; i < to; i++) {
      long weights = table[features[i] & mask];
      even += weights & LANES;
      odd += weights >>> 8 & LANES;
    }
    int raised = RAISED * (to - from);
    for (int label = 0; label < Label.COUNT; label++) {
      long lanes = (label & 1) == 0 ? even : odd;
      sums[offset + label] += (int) (lanes >>> 8 * (label & ~1) & 0xFFFF) - raised;
    }
  }

  int transition(int before, int label) {
    return transitions[before * Label.COUNT + label];
  }

  static Weights read(DataInput in) throws IOException {
    int bits = in.readByte();
    if (bits < 1 || bits > MOST_BITS) {
      throw new IOException("expected up to 2^" + MOST_BITS + " buckets: 2^" + bits);
    }
    long[] table = new long[1 << bits];
    Arrays.fill(table, NOTHING);
    byte[] present = new byte[(1 << bits) + 7 >> 3];
    in.readFully(present);
    for (int label = 0; label < Label.COUNT; label++) {
      for (int bucket = 0; bucket < 1 << bits; bucket++) {
        if ((present[bucket >> 3] >> (bucket & 7) & 1) != 0) {
          table[bucket] += (long) in.readByte() << 8 * label;
        }
      }
    }
    int[] transitions = new int[(Label.COUNT + 1) * Label.COUNT];
    for (int i = 0; i < transitions.length; i++) {
      transitions[i] = in.readInt();
    }
    return new Weights(table, transitions);
  }

  /** Writes which buckets are in use, then those, label by label: it packs best that way. */
  void write(DataOutput out) throws IOException {
    out.writeByte(Integer.numberOfTrailingZeros(mask + 1));
    byte[] present = new byte[mask + 8 >> 3];
    for (int bucket = 0; bucket <= mask; bucket++) {
      if (isUsed(bucket)) {
        present[bucket >> 3] |= (byte) (1 << (bucket & 7));
      }
    }
    out.write(present);
    for (int label = 0; label < Label.COUNT; label++) {
      for (int bucket = 0; bucket <= mask; bucket++) {
        if (isUsed(bucket)) {
          out.writeByte(weight(bucket, label));
        }
      }
    }
    for (int transition : transitions) {
      out.writeInt(transition);
    }
  }

  private boolean isUsed(int bucket) {
    return table[bucket] != NOTHING;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.gazetteer;

import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;

/** Sorted name keys, found by their first bits; and which word sequences more words follow. */
final class NameIndex {
  /** Of the 48 bits of a key; 2^18 groups hold three keys each. */
  private static final int GROUP_SHIFT = 30;

  private final long[] keys;
  private final int[] groups;
  private final long[] prefixes;

  private NameIndex(long[] keys, long[] prefixes) {
    this.keys = keys;
    this.prefixes = prefixes;
    groups = new int[(1 << (48 - GROUP_SHIFT)) + 1];
    int group = 0;
    for (int i = 0; i < keys.length; i++) {
      int own = (int) (keys[i] >>> GROUP_SHIFT);
      while (group <= own) {
        groups[group++] = i;
      }
    }
    Arrays.fill(groups, group, groups.length, keys.length);
  }

  /** Reads differences of sorted keys, then the bits of the keys of prefixes. */
  static NameIndex read(DataInput in) throws IOException {
    long[] keys = new long[Varints.inside(in.readInt(), 0, Gazetteer.MOST)];
    long last = 0;
    for (int i = 0; i < keys.length; i++) {
      last += Varints.read(in);
      keys[i] = Varints.inside(last, i == 0 ? 0 : keys[i - 1] + 1, NameHash.MOST);
    }
    long[] prefixes = new long[Varints.inside(in.readInt(), 1, Gazetteer.MOST)];
    if (Integer.bitCount(prefixes.length) != 1) {
      throw new IOException(prefixes.length + " longs of prefixes, expected a power of two");
    }
    for (int i = 0; i < prefixes.length; i++) {
      prefixes[i] = in.readLong();
    }
    return new NameIndex(keys, prefixes);
  }

  int size() {
    return keys.length;
  }

  /** The position of a key; -1 for none. */
  int find(long key) {
    int group = (int) (key >>> GROUP_SHIFT);
    for (int i = groups[group]; i < groups[group + 1]; i++) {
      if (keys[i] == key) {
        return i;
      }
    }
    return -1;
  }

  /** True where a longer name may begin with the words; now and then true where none does. */
  boolean mayGoOn(long key) {
    int bit = NameHash.prefixBit(key, prefixes.length);
    return (prefixes[bit >>> 6] & 1L << bit) != 0;
  }
}

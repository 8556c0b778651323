// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;

/**
 * Numbers under the hashes of words, without the words: 2 to 4 bytes an entry in the file.
 *
 * <p>A word that is not in a table of 500,000 is taken for one that is once in 8,000 times.
 */
final class HashTable {
  private static final int LARGEST = 1 << 21;

  private final int[] keys;
  private final short[] values;
  private final int mask;

  private HashTable(int size) {
    int slots = Integer.highestOneBit(Math.max(4, size)) << 2;
    keys = new int[slots];
    values = new short[slots];
    mask = slots - 1;
  }

  static HashTable of(Map<Integer, Short> entries) {
    HashTable table = new HashTable(entries.size());
    entries.forEach(table::put);
    return table;
  }

  /** The value under a hash; 0 without one. */
  int get(int hash) {
    int slot = hash & mask;
    while (values[slot] != 0) {
      if (keys[slot] == hash) {
        return values[slot];
      }
      slot = slot + 1 & mask;
    }
    return 0;
  }

  private void put(int hash, short value) {
    if (value == 0) {
      throw new IllegalArgumentException("expected a value other than 0");
    }
    int slot = hash & mask;
    while (values[slot] != 0) {
      slot = slot + 1 & mask;
    }
    keys[slot] = hash;
    values[slot] = value;
  }

  /** Reads what {@link #write} wrote. */
  static HashTable read(DataInput in) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > LARGEST) {
      throw new IOException("expected a table of up to " + LARGEST + " entries: " + size);
    }
    HashTable table = new HashTable(size);
    int[] hashes = new int[size];
    int hash = Integer.MIN_VALUE;
    for (int i = 0; i < size; i++) {
      hash += readGap(in);
      hashes[i] = hash;
    }
    for (int i = 0; i < size; i++) {
      table.put(hashes[i], in.readShort());
    }
    return table;
  }

  /** Writes the gaps between the hashes, then the values: equal things side by side pack well. */
  static void write(SortedMap<Integer, Short> entries, DataOutput out) throws IOException {
    out.writeInt(entries.size());
    int before = Integer.MIN_VALUE;
    for (int hash : entries.keySet()) {
      writeGap(hash - before, out);
      before = hash;
    }
    for (short value : entries.values()) {
      out.writeShort(value);
    }
  }

  private static int readGap(DataInput in) throws IOException {
    int gap = 0;
    for (int shift = 0; ; shift += 7) {
      int part = in.readByte();
      gap |= (part & 0x7F) << shift;
      if (part >= 0) {
        return gap;
      }
    }
  }

  private static void writeGap(int gap, DataOutput out) throws IOException {
    int rest = gap;
    while ((rest & ~0x7F) != 0) {
      out.writeByte(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.language;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * How likely three letters in a row are in each of some languages of one script: naive Bayes over
 * trigrams (Cavnar and Trenkle 1994; Shuyo 2010), with {@code trigrams.bin} as data.
 *
 * <p>Trigrams alone: on 25 letters they do as well as with bigrams and single letters, for a third
 * of the look-ups. Immutable.
 */
final class TrigramModel {
  private final List<String> languages;

  /** Open addressing over packed trigrams; 0 is free. */
  private final long[] keys;

  /** For each slot of keys, one byte a language: eighths of a natural logarithm, unsigned. */
  private final byte[] penalties;

  private TrigramModel(List<String> languages, int trigrams) {
    this.languages = languages;
    this.keys = new long[Integer.highestOneBit(Math.max(1, trigrams)) << 2];
    this.penalties = new byte[keys.length * languages.size()];
  }

  /** Reads one block of the file that {@code make_languages.py} writes and describes. */
  static TrigramModel read(DataInputStream in) throws IOException {
    List<String> languages = List.of(in.readUTF().split(" "));
    int trigrams = in.readInt();
    TrigramModel model = new TrigramModel(languages, trigrams);
    int[] slots = new int[trigrams];
    for (int i = 0; i < trigrams; i++) {
      long key = pack(in.readChar(), in.readChar(), in.readChar());
      slots[i] = model.slot(key);
      model.keys[slots[i]] = key;
    }
    byte[] column = new byte[trigrams];
    for (int language = 0; language < languages.size(); language++) {
      in.readFully(column);
      for (int i = 0; i < trigrams; i++) {
        model.penalties[slots[i] * languages.size() + language] = column[i];
      }
    }
    return model;
  }

  List<String> languages() {
    return languages;
  }

  /** Adds a trigram's penalties to the languages' sums; nothing for one that no language has. */
  void add(char first, char second, char third, int[] sums) {
    long key = pack(first, second, third);
    int slot = slot(key);
    if (keys[slot] != key) {
      return;
    }
    int from = slot * languages.size();
    for (int language = 0; language < sums.length; language++) {
      sums[language] += penalties[from + language] & 0xff;
    }
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static long pack(char first, char second, char third) {
    return (long) first << 32 | (long) second << 16 | third;
  }

  @Override
  public String toString() {
    return "TrigramModel" + languages + " of " + Arrays.stream(keys).filter(k -> k != 0).count();
  }
}

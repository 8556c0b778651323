// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.language;

import java.io.DataInputStream;
import java.io.IOException;
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

  /** 32 bits of each trigram's hash, in open addressing; 0 is free. */
  private final int[] checks;

  /** Numbers of trigrams, by slot. */
  private final char[] numbers;

  /** For each number one byte a language: eighths of a natural logarithm, unsigned. */
  private final byte[] penalties;

  private TrigramModel(List<String> languages, int trigrams) {
    if (trigrams > Character.MAX_VALUE) {
      throw new IllegalArgumentException(trigrams + " trigrams, expected 65535 at most");
    }
    this.languages = languages;
    this.checks = new int[Integer.highestOneBit(Math.max(1, trigrams)) << 2];
    this.numbers = new char[checks.length];
    this.penalties = new byte[trigrams * languages.size()];
  }

  /** Reads one block of the file that {@code make_languages.py} writes and describes. */
  static TrigramModel read(DataInputStream in) throws IOException {
    List<String> languages = List.of(in.readUTF().split(" "));
    int trigrams = in.readInt();
    TrigramModel model = new TrigramModel(languages, trigrams);
    for (int i = 0; i < trigrams; i++) {
      long hash = hash(in.readChar(), in.readChar(), in.readChar());
      int slot = model.slot(hash);
      model.checks[slot] = check(hash);
      model.numbers[slot] = (char) i;
    }
    byte[] column = new byte[trigrams];
    for (int language = 0; language < languages.size(); language++) {
      in.readFully(column);
      for (int i = 0; i < trigrams; i++) {
        model.penalties[i * languages.size() + language] = column[i];
      }
    }
    return model;
  }

  List<String> languages() {
    return languages;
  }

  /** Adds a trigram's penalties to the languages' sums; nothing for one that no language has. */
  void add(char first, char second, char third, int[] sums) {
    int slot = slot(hash(first, second, third));
    if (checks[slot] == 0) {
      return;
    }
    int from = numbers[slot] * languages.size();
    for (int language = 0; language < sums.length; language++) {
      sums[language] += penalties[from + language] & 0xff;
    }
  }

  /** Where a trigram is, or would be. */
  private int slot(long hash) {
    int mask = checks.length - 1;
    int slot = (int) (hash >>> 44) & mask;
    while (checks[slot] != 0 && checks[slot] != check(hash)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /**
   * Two of some 40,000 trigrams would share theirs, and a slot besides, once in a million tables.
   */
  private static int check(long hash) {
    return (int) (hash >>> 12) | 1;
  }

  private static long hash(char first, char second, char third) {
    return ((long) first << 32 | (long) second << 16 | third) * 0x9E3779B97F4A7C15L;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

/**
 * What a word says by itself about the pieces around it; as it is the same wherever the word
 * stands, its scores can be kept.
 */
final class WordFeatures {
  /** Pieces before and after that a word says something about. */
  static final int REACH = 2;

  private static final int AFFIX = 4;
  private static final int[] BRANCHES = {4, 6, 10, 12};

  private final Lexicon lexicon;

  WordFeatures(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * Features of a word that stands some pieces away from the one that is labelled, from -{@value
   * #REACH} (before) to {@value #REACH} (after).
   */
  int[] at(int distance, Word word) {
    Features features = new Features();
    int template = (distance + REACH + 1) * 100;
    features.add(template, word.lower());
    features.add(template + 1, word.branch());
    features.add(template + 2, word.group());
    features.add(template + 3, word.casing());
    if (Math.abs(distance) <= 1) {
      near(features, template, word);
    }
    if (distance == 0) {
      here(features, word);
    }
    return features.toArray();
  }

  private static void near(Features features, int template, Word word) {
    features.add(template + 4, word.shape());
    features.add(template + 5, word.post());
    features.add(template + 6, word.prose());
    features.add(template + 7, suffix(word.text(), 3));
    features.add(template + 8, word.parts());
    features.add(template + 9, word.branch(), word.casing());
  }

  private void here(Features features, Word word) {
    features.add(1, 0);
    features.add(2, word.kind().ordinal());
    features.add(3, Math.min(8, word.text().length()), word.casing());
    for (int length = 1; length <= AFFIX; length++) {
      features.add(4 + length, suffix(word.text(), length));
      features.add(10 + length, prefix(word.text(), length));
    }
    features.add(15, suffix(word.text(), 3), word.casing());
    features.add(17, word.lower(), word.casing());
    if (word.post() > 0) {
      int path = lexicon.paths()[word.post() - 1];
      for (int bits : BRANCHES) {
        features.add(20, WordReader.prefix(path, bits));
      }
      features.add(21, word.post(), word.casing());
    }
    features.add(22, word.prose(), word.casing());
    features.add(23, word.group(), word.casing());
    features.add(24, word.group(), word.branch());
    features.add(25, word.parts(), word.casing());
    for (int part = 0; part < NamePart.values().length; part++) {
      if ((word.parts() >> part & 1) != 0) {
        features.add(26, part);
        features.add(27, part, word.casing());
      }
    }
  }

  private static int suffix(String text, int length) {
    return lower(text, Math.max(0, text.length() - length), text.length());
  }

  private static int prefix(String text, int length) {
    return lower(text, 0, Math.min(text.length(), length));
  }

  private static int lower(String text, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + Character.toLowerCase(text.charAt(i));
    }
    return hash;
  }
}

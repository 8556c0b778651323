// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

/** The traits of a word of which its vector is the sum, as rows of {@link WindowNet}'s table. */
final class WordTraits {
  private WordTraits() {}

  static int[] of(Word word) {
    String text = word.text();
    int length = text.length();
    int[] values = {
      word.lower(),
      word.branch(),
      word.post(),
      word.prose(),
      word.group(),
      word.casing(),
      word.shape(),
      Hashes.of(text, Math.max(0, length - 2), length),
      Hashes.of(text, Math.max(0, length - 3), length),
      Hashes.of(text, 0, Math.min(3, length)),
      word.parts(),
      word.post() * 31 + word.casing(),
    };
    for (int trait = 0; trait < values.length; trait++) {
      values[trait] = Hashes.mix(5000 + trait, values[trait]) & WindowNet.ROWS - 1;
    }
    return values;
  }
}

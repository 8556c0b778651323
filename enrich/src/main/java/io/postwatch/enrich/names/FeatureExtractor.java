// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

import java.util.Arrays;
import java.util.List;

/** All features of the pieces of a text, as training sees them; the tagger adds them up itself. */
public final class FeatureExtractor {
  private final WordReader reader;
  private final WordFeatures ofWords;
  private final Context context;

  /** An extractor that knows the words of a lexicon. */
  public FeatureExtractor(Lexicon lexicon) {
    this.reader = new WordReader(lexicon);
    this.ofWords = new WordFeatures(lexicon);
    this.context = new Context(lexicon);
  }

  /** The hashes of the features of each piece. */
  public int[][] features(String text, List<Piece> pieces) {
    Word[] words = words(text, pieces);
    int[] phrases = context.phrases(words);
    int capitals = Context.capitals(words);
    int[][] found = new int[words.length][];
    for (int i = 0; i < words.length; i++) {
      Features features = new Features();
      int first = Math.max(0, i - WordFeatures.REACH);
      int last = Math.min(words.length - 1, i + WordFeatures.REACH);
      for (int other = first; other <= last; other++) {
        features.addAll(ofWords.at(other - i, words[other]));
      }
      context.add(features, words, pieces, phrases, capitals, i);
      found[i] = features.toArray();
    }
    return found;
  }

  /** The traits of each piece, as rows of {@link WindowNet}'s table. */
  public int[][] traits(String text, List<Piece> pieces) {
    return Arrays.stream(words(text, pieces)).map(WordTraits::of).toArray(int[][]::new);
  }

  private Word[] words(String text, List<Piece> pieces) {
    return pieces.stream()
        .map(piece -> reader.read(text.substring(piece.at(), piece.until()), piece.kind()))
        .toArray(Word[]::new);
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.names;

import io.postwatch.bench.names.LabelledPost.Name;
import io.postwatch.enrich.names.FeatureExtractor;
import io.postwatch.enrich.names.Label;
import io.postwatch.enrich.names.Piece;
import io.postwatch.enrich.names.Pieces;
import io.postwatch.enrich.tokens.PostText;
import java.util.List;

/**
 * A labelled post as training sees it.
 *
 * @param features hashes of the features of each piece
 * @param traits rows of the network's table for each piece
 * @param labels label of each piece
 * @param weight how much it counts, 1 for what people labelled
 */
record Example(int[][] features, int[][] traits, byte[] labels, float weight) {

  static Example of(LabelledPost post, FeatureExtractor extractor, float weight) {
    List<Piece> pieces = Pieces.of(PostText.of(post.text()));
    return new Example(
        extractor.features(post.text(), pieces),
        extractor.traits(post.text(), pieces),
        labels(pieces, post.names()),
        weight);
  }

  /** A piece that overlaps a name is part of it. */
  private static byte[] labels(List<Piece> pieces, List<Name> names) {
    byte[] labels = new byte[pieces.size()];
    int piece = 0;
    for (Name name : names) {
      boolean first = true;
      while (piece < labels.length && pieces.get(piece).at() < name.until()) {
        if (pieces.get(piece).until() > name.at()) {
          labels[piece] = (byte) (first ? Label.begins(name.type()) : Label.goesOn(name.type()));
          first = false;
        }
        piece++;
      }
      if (piece > 0 && pieces.get(piece - 1).kind() == Piece.Kind.CLITIC) {
        labels[piece - 1] = Label.OUTSIDE; // of people who do not part Maria and 's
      }
    }
    return labels;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

import io.postwatch.schema.EntityType;
import java.util.ArrayList;
import java.util.List;

/**
 * A name, by its pieces.
 *
 * @param from index of its first piece
 * @param to one past the index of its last piece
 */
public record NameSpan(EntityType type, int from, int to) {

  /** The names that labels tell of, in order. */
  static List<NameSpan> of(byte[] labels) {
    List<NameSpan> spans = new ArrayList<>();
    for (int from = 0; from < labels.length; ) {
      int to = from + 1;
      if (labels[from] != Label.OUTSIDE) {
        while (to < labels.length
            && labels[to] != Label.OUTSIDE
            && !Label.isBeginning(labels[to])) {
          to++;
        }
        spans.add(new NameSpan(Label.type(labels[from]), from, to));
      }
      from = to;
    }
    return spans;
  }

  /** The same name without pieces of a kind at its end, as the possessive in Maria's. */
  NameSpan without(Piece.Kind ending, List<Piece> pieces) {
    int last = to;
    while (last > from && pieces.get(last - 1).kind() == ending) {
      last--;
    }
    return new NameSpan(type, from, last);
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A few posts that stand for all of a count: those whose texts have the lowest fingerprints, one a
 * text. Fingerprints are as good as drawn by lot, so each text has the same chance, however often
 * it is copied and whenever it came.
 */
public final class EvidenceSample {
  static final int POSTS = 5;

  /** More than are published, for when one is taken back. */
  static final int KEPT = 8;

  private static final Comparator<Item> ORDER =
      (one, other) -> Long.compareUnsigned(one.text(), other.text());

  /** A post of the sample. */
  public record Item(PostId post, long text) {}

  private EvidenceSample() {}

  /**
   * The sample after a post that was not counted before; the very list {@code known} without it.
   */
  static List<Item> with(List<Item> known, Item item) {
    if (known.size() >= KEPT && ORDER.compare(known.get(known.size() - 1), item) < 0) {
      return known;
    }
    for (Item kept : known) {
      if (kept.text() == item.text()) {
        return known;
      }
    }
    List<Item> sample = new ArrayList<>(known);
    sample.add(item);
    sample.sort(ORDER);
    return List.copyOf(sample.subList(0, Math.min(sample.size(), KEPT)));
  }

  static List<Item> without(List<Item> known, PostId post) {
    return known.stream().filter(item -> !item.post().equals(post)).toList();
  }
}

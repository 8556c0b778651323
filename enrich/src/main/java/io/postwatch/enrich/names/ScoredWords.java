// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

/**
 * Keeps some 16,000 of the words met lately, in 30 MB at most: of the first thousand posts seven in
 * ten are, and to score one anew takes a hundred features and ten thousand products.
 *
 * <p>Threads share the slots without locks. What a slot holds never changes after it was made (all
 * its fields are final), so that a thread sees a whole word or none, and at worst, where hashes and
 * words were changed by two threads at once, makes one again.
 */
final class ScoredWords {
  private static final int SLOTS = 1 << 14;

  /** Slots that a word may be in; with two, one word in fourteen was made anew each time. */
  private static final int WAYS = 4;

  /** Longer ones are seldom met again. */
  private static final int LONGEST_KEPT = 30;

  private final WordReader reader;
  private final WordFeatures features;
  private final Weights weights;
  private final WindowNet net;
  private final ScoredWord[] slots = new ScoredWord[SLOTS];

  /** Hashes of the words beside, so that most others need not be fetched to tell. */
  private final int[] hashes = new int[SLOTS];

  /** All handles are alike, and all links. */
  private final ScoredWord handle;

  private final ScoredWord link;

  ScoredWords(NameModel model) {
    this.reader = new WordReader(model.lexicon());
    this.features = new WordFeatures(model.lexicon());
    this.weights = model.weights();
    this.net = model.net();
    this.handle = score("@", Piece.Kind.HANDLE);
    this.link = score("http", Piece.Kind.LINK);
  }

  ScoredWord get(String text, Piece piece) {
    return switch (piece.kind()) {
      case HANDLE -> handle;
      case LINK -> link;
      default -> word(text, piece);
    };
  }

  private ScoredWord word(String text, Piece piece) {
    int hash = Hashes.raw(text, piece.at(), Math.min(piece.until(), piece.at() + LONGEST_KEPT));
    int first = Hashes.mix(piece.kind().ordinal(), hash) & SLOTS - WAYS;
    for (int slot = first; slot < first + WAYS; slot++) {
      if (hashes[slot] == hash) {
        ScoredWord kept = slots[slot];
        if (kept != null && kept.isOf(text, piece)) {
          return kept;
        }
      }
    }
    ScoredWord word = score(text.substring(piece.at(), piece.until()), piece.kind());
    if (piece.until() - piece.at() <= LONGEST_KEPT) {
      System.arraycopy(slots, first, slots, first + 1, WAYS - 1); // the oldest makes room
      System.arraycopy(hashes, first, hashes, first + 1, WAYS - 1);
      slots[first] = word;
      hashes[first] = hash;
    }
    return word;
  }

  private ScoredWord score(String written, Piece.Kind kind) {
    Word word = reader.read(written, kind);
    int[] scores = new int[(2 * WordFeatures.REACH + 1) * Label.COUNT];
    for (int distance = -WordFeatures.REACH; distance <= WordFeatures.REACH; distance++) {
      int offset = (WordFeatures.REACH - distance) * Label.COUNT;
      int[] said = features.at(distance, word);
      weights.addAll(said, said.length, scores, offset);
    }
    float[] vector = net.vector(word);
    return new ScoredWord(word, written, scores, vector, net.projected(vector));
  }
}

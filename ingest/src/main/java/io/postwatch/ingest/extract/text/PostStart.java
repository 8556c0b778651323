// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import io.postwatch.ingest.extract.text.Segment.Border;
import io.postwatch.ingest.extract.x.PostLength;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides where a post begins in plain text that marks only its end: going back from the signature,
 * at the line or sentence for which the clues say most. What the platform's limit does not allow to
 * be one post is never joined.
 */
final class PostStart {
  /** How far back a start is looked for, in UTF-16 units: enough for 280 characters and links. */
  private static final int WINDOW = 3000;

  /** Scrapers add a space here and there, around hashtags above all. */
  private static final double SLACK = 1.05;

  private PostStart() {}

  /** Where the text of the signed post begins, at or after the floor; empty before no words. */
  static Optional<Start> of(String text, Layout layout, int floor, Signature signature) {
    Tail tail = Tail.after(text, Math.max(floor, signature.start() - WINDOW), signature);
    List<Candidate> candidates = candidates(text, layout, floor, signature, tail);
    return candidates.isEmpty()
        ? Optional.empty()
        : Optional.of(Start.likeliest(candidates, tail.unseen()));
  }

  /**
   * The starts that the platform's limit allows, from the nearest to the farthest; none before no
   * words.
   */
  static List<Candidate> candidates(
      String text, Layout layout, int floor, Signature signature, Tail tail) {
    List<Segment> segments = segments(text, layout, floor, signature.start(), tail);
    int limit = signature.limit();
    Growth growth = new Growth(text, layout, segments, limit, tail);
    List<Candidate> candidates = new ArrayList<>();
    for (int i = segments.size() - 1; i >= 0; i--) {
      boolean nearest = candidates.isEmpty();
      if (!nearest && PostLength.of(growth.wordsFrom(i)) > limit * SLACK) {
        break;
      }
      candidates.add(growth.to(i));
    }
    return candidates;
  }

  private static List<Segment> segments(String text, Layout layout, int floor, int end, Tail tail) {
    int from = Math.max(floor, end - WINDOW);
    if (from > floor && Character.isLowSurrogate(text.charAt(from))) {
      from++;
    }
    return Segments.of(text, from, end, border(text, layout, floor, from), layout, tail);
  }

  private static Border border(String text, Layout layout, int floor, int from) {
    if (from > floor) {
      return Border.EDGE;
    }
    int words = from;
    while (words < text.length() && Character.isWhitespace(text.charAt(words))) {
      words++;
    }
    if (layout.quotes().contains(words)) {
      return Border.QUOTE;
    }
    return floor == 0 ? Border.ARTICLE : Border.POST;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import io.postwatch.ingest.extract.text.Segment.Border;
import io.postwatch.ingest.extract.x.PostLength;
import java.util.List;

/**
 * Decides where a post begins in plain text that marks only its end.
 *
 * <p>Going back from the signature, each sentence adds its evidence of being the post's rather than
 * the article's, each border between two of them its price, and the border at which the post would
 * begin its worth. The start with the highest sum wins. What X's limits do not allow to be one post
 * is not joined.
 */
final class PostStart {
  /** How far back a start is looked for, in UTF-16 units: enough for 280 characters and links. */
  private static final int WINDOW = 3000;

  private PostStart() {}

  /** Index where the text of the signed post begins, at or after the floor. */
  static int of(String text, int floor, Signature signature) {
    int from = Math.max(floor, signature.start() - WINDOW);
    List<Segment> segments =
        Segments.of(text, from, signature.start(), from == floor ? Border.FIRST : Border.NONE);
    if (segments.isEmpty()) {
      return signature.start();
    }
    return best(text, segments, PostLength.limitOn(signature.day()));
  }

  private static int best(String text, List<Segment> segments, int limit) {
    int last = segments.size() - 1;
    int end = segments.get(last).end();
    double sum = 0;
    double bestScore = Double.NEGATIVE_INFINITY;
    int best = segments.get(last).start();
    for (int i = last; i >= 0; i--) {
      Segment segment = segments.get(i);
      if (i < last && PostLength.of(text.substring(segment.start(), end)) > limit) {
        break;
      }
      Segment next = i < last ? segments.get(i + 1) : null;
      sum += Evidence.ofSegment(text, segment, next);
      sum += next == null ? 0 : Evidence.insidePost(next.border());
      double score =
          sum
              + Evidence.atStart(text, segments, i)
              + Evidence.ofWhole(text.substring(segment.start(), end));
      if (score > bestScore) {
        bestScore = score;
        best = segment.start();
      }
    }
    return best;
  }
}

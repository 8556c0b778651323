// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import io.postwatch.ingest.extract.text.Segment.Border;
import io.postwatch.ingest.extract.x.PostLength;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decides where a post begins in plain text that marks only its end: going back from the signature,
 * at the line or sentence for which the clues say most. What X's limit does not allow to be one
 * post is never joined.
 */
final class PostStart {
  /** How far back a start is looked for, in UTF-16 units: enough for 280 characters and links. */
  private static final int WINDOW = 3000;

  private PostStart() {}

  /**
   * A possible start.
   *
   * @param start index in the text
   * @param clues what speaks for it
   */
  record Candidate(int start, Tally clues) {}

  /** Index where the text of the signed post begins, at or after the floor. */
  static int of(String text, Layout layout, int floor, Signature signature) {
    return candidates(text, layout, floor, signature).stream()
        .max(Comparator.comparingDouble(candidate -> candidate.clues().score()))
        .map(Candidate::start)
        .orElse(signature.start());
  }

  /** The starts that X's limit allows, from the nearest to the farthest. */
  static List<Candidate> candidates(String text, Layout layout, int floor, Signature signature) {
    int from = Math.max(floor, signature.start() - WINDOW);
    Border first = from == floor ? Border.FIRST : Border.NONE;
    List<Segment> segments = Segments.of(text, from, signature.start(), first, layout.spaced());
    int limit = PostLength.limitOn(signature.day());
    List<Candidate> candidates = new ArrayList<>();
    Tally inside = new Tally();
    UnicodeScript ownScript =
        segments.isEmpty()
            ? UnicodeScript.COMMON
            : Scripts.of(
                text.substring(
                    segments.get(segments.size() - 1).start(),
                    segments.get(segments.size() - 1).end()));
    int paragraphEnd = signature.start();
    for (int i = segments.size() - 1; i >= 0; i--) {
      Segment segment = segments.get(i);
      Segment next = i + 1 < segments.size() ? segments.get(i + 1) : null;
      String words = text.substring(segment.start(), segments.get(segments.size() - 1).end());
      if (next != null && PostLength.of(words) > limit) {
        break;
      }
      Evidence.ofSegment(text, segment, next, inside);
      UnicodeScript script = Scripts.of(text.substring(segment.start(), segment.end()));
      inside.add(Clue.OTHER_SCRIPT, Scripts.differ(script, ownScript));
      if (segment.border().compareTo(Border.WRAP) <= 0) {
        if (segment.border() != Border.FIRST && i < segments.size() - 1)
          inside.add(Clue.SHORT_PARAGRAPH, layout.isShort(paragraphEnd - segment.start()));
        if (i > 0) paragraphEnd = segments.get(i - 1).end();
      }
      Tally whole = new Tally(inside);
      Evidence.ofStart(text, segment, i > 0 ? segments.get(i - 1) : null, next, whole);
      WholePost.read(words, limit, whole);
      candidates.add(new Candidate(segment.start(), whole));
    }
    return candidates;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dash that may open a signature.
 *
 * @param start index of its first character
 * @param end index after its last
 * @param strength how likely it opens a signature, as far as the dash and the words before it tell
 */
record Dash(int start, int end, double strength) {

  /**
   * By kind: the em dash that X writes, with what wrong decoding makes of it; the en dash and typed
   * ones; the hyphen, only where it stands alone, because names have hyphens too.
   */
  private enum Kind {
    LONG("[—―⸺\\u0097]|â€”", 3),
    MEDIUM("[–\\u0096]|â€“|-{2,3}+", 2),
    HYPHEN("(?<!\\S)[-‐‑−](?!\\S)", 1);

    final Pattern pattern;
    final double strength;

    Kind(String regex, double strength) {
      this.pattern = Pattern.compile(regex);
      this.strength = strength;
    }
  }

  /** Worth of standing after a link, a tag or the end of a sentence: half a kind more. */
  private static final double AFTER_END = 1.5;

  private static final Pattern END_OF_POST =
      Pattern.compile(
          "(?:[.!?…。！？”\"’')\\]]|\\p{So}|(?:https?://|pic\\.(?:twitter|x)\\.com/|[#@])\\S{1,60}+)\\s*+\\z");

  private static final int REACH = 64;

  /** The dashes in {@code text[from, to)}, in no certain order. */
  static List<Dash> in(String text, int from, int to) {
    List<Dash> dashes = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      Matcher matcher =
          kind.pattern
              .matcher(text)
              .region(from, to)
              .useTransparentBounds(true)
              .useAnchoringBounds(false);
      while (matcher.find()) {
        boolean closed =
            END_OF_POST
                .matcher(text)
                .region(Math.max(0, matcher.start() - REACH), matcher.start())
                .find();
        dashes.add(
            new Dash(matcher.start(), matcher.end(), kind.strength + (closed ? AFTER_END : 0)));
      }
    }
    return dashes;
  }

  /** True where the words before it end like a post. */
  boolean closesPost() {
    return strength != Math.rint(strength);
  }
}

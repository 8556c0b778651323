// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.text;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dash that may open a signature.
 *
 * @param start index of its first character
 * @param end index after its last
 * @param kind which of the dashes it is
 * @param closesPost whether the words before it end like a post
 */
record Dash(int start, int end, Kind kind, boolean closesPost) {

  /**
   * By kind: the em dash that X writes, with what wrong decoding makes of it; the en dash and typed
   * ones; the hyphen, only where it stands alone or closes a post, because names have hyphens too.
   */
  enum Kind {
    LONG("[—―⸺\\u0097]|â€”", "—―⸺\u0097â", 3),
    MEDIUM("[–\\u0096]|â€“|-{2,3}+", "–\u0096â-", 2),
    HYPHEN("[-‐‑−](?!\\S)", "-‐‑−", 1);

    final Pattern pattern;
    final String firsts;
    final double strength;

    /**
     * @param firsts what a dash of the kind begins with
     */
    Kind(String regex, String firsts, double strength) {
      this.pattern = Pattern.compile(regex);
      this.firsts = firsts;
      this.strength = strength;
    }

    /** Where the first may begin: the pattern would take ten times as long to say that. */
    int firstIn(String text, int from, int to) {
      int at = from;
      while (at < to && firsts.indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return at;
    }
  }

  private static final String EM_DASHES = "—―⸺";

  /** Worth of standing after a link, a tag or the end of a sentence: half a kind more. */
  private static final double AFTER_END = 1.5;

  private static final Pattern END_OF_POST =
      Pattern.compile(
          "(?:[.!?…。！？”\"’')\\]]|\\p{So}|(?:https?://|pic\\.(?:twitter|x)\\.com/|[#@])\\S{1,60}+)[\\s"
              + DirectionMarks.MARKS
              + "]*+\\z");

  private static final int REACH = 64;

  /** The dashes in {@code text[from, to)}, in no certain order. */
  static List<Dash> in(String text, int from, int to) {
    List<Dash> dashes = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      int first = kind.firstIn(text, from, to);
      if (first == to) {
        continue;
      }
      Matcher matcher =
          kind.pattern
              .matcher(text)
              .region(first, to)
              .useTransparentBounds(true)
              .useAnchoringBounds(false);
      while (matcher.find()) {
        boolean closed = closesPost(text, matcher.start());
        if (kind != Kind.HYPHEN || closed || standsAlone(text, matcher.start())) {
          dashes.add(new Dash(matcher.start(), matcher.end(), kind, closed));
        }
      }
    }
    return dashes;
  }

  /** Most words end in a plain letter, and then only a tag or a link can end them like a post. */
  private static boolean closesPost(String text, int dash) {
    int from = Math.max(0, dash - REACH);
    int end = dash;
    while (end > from && isSpace(text.charAt(end - 1))) {
      end--;
    }
    int at = end;
    boolean plain = at > from && isPlain(text.charAt(at - 1));
    while (at > from && plain && !isSpace(text.charAt(at - 1))) {
      at--;
      plain = "#@/".indexOf(text.charAt(at)) < 0;
    }
    return !plain && END_OF_POST.matcher(text).region(from, dash).find();
  }

  private static boolean isPlain(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  private static boolean standsAlone(String text, int start) {
    return start == 0
        || Character.isWhitespace(text.charAt(start - 1))
        || DirectionMarks.is(text.charAt(start - 1));
  }

  /**
   * Index of the last em dash in {@code text[from, to)}, if the words before it end like a post.
   */
  static OptionalInt lastClosing(String text, int from, int to) {
    for (int at = to - 1; at >= from; at--) {
      if (EM_DASHES.indexOf(text.charAt(at)) >= 0) {
        return closesPost(text, at) ? OptionalInt.of(at) : OptionalInt.empty();
      }
    }
    return OptionalInt.empty();
  }

  /** How likely it opens a signature, as far as the dash and the words before it tell. */
  double strength() {
    return kind.strength + (closesPost ? AFTER_END : 0);
  }
}

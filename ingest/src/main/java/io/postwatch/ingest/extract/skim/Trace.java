// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What an embed leaves in a page's bytes: a word, and what stands from the word on.
 *
 * @param words in lower case, of at least {@value WordSearch#MIN_WORD} ASCII characters
 * @param others what begins a path of the word's host that is of no post; null where the host alone
 *     or a name behind it may be one
 * @param shape what begins with one of the words where it is of a post; tried on a few hundred
 *     characters whose escapes are undone
 */
record Trace(Kind kind, List<String> words, List<String> others, Pattern shape) {
  /** Longer than what stands between an address's host and its id. */
  private static final int MAX_ADDRESS = 300;

  private static final Pattern ANY = Pattern.compile("");

  enum Kind {
    /** An address or an id of a post. */
    POST,
    /** YouTube's name, where attributes near it may hold the id of a video. */
    PLAYER,
    /** X's name, where attributes and keys near it may hold the id of a post. */
    TWEET,
    /** X's name, where a box may have it that makes an embed of a link in it. */
    NAME,
    /** The beginning of a quote, which makes an embed of a link in it. */
    QUOTE,
    END_OF_QUOTE,
    /** What else makes an embed of a link in it. */
    FRAME
  }

  static Trace of(String shape, String... words) {
    return new Trace(Kind.POST, List.of(words), null, pattern(shape));
  }

  /** The address of a post at a site whose accounts are its first names of a path. */
  static Trace at(String shape, List<String> others, String... words) {
    return new Trace(Kind.POST, List.of(words), others, pattern(shape));
  }

  static Trace named(Kind kind, String... words) {
    return new Trace(kind, List.of(words), null, ANY);
  }

  private static Pattern pattern(String shape) {
    return Pattern.compile(shape, Pattern.CASE_INSENSITIVE);
  }

  /** True where the bytes from a word on have the shape. */
  boolean fits(Latin page, int start) {
    return !(others != null && SiteAddress.isOfNoPost(page, start, others))
        && shape.matcher(Window.from(page.bytes(), start, MAX_ADDRESS)).lookingAt();
  }
}

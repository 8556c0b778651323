// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.skim;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What an embed leaves in a page's bytes: a word, and what stands from the word on.
 *
 * @param words in lower case, of at least {@value WordSearch#MIN_WORD} ASCII characters
 * @param shape what begins with one of the words where it is of a post; tried on a few hundred
 *     characters whose escapes are undone
 */
record Trace(Kind kind, List<String> words, Pattern shape) {
  /** Longer than what stands between an address's host and its id. */
  private static final int MAX_ADDRESS = 300;

  /** Enough to tell a name from a part of an address. */
  private static final int MAX_NAME = 14;

  private static final Pattern ANY = Pattern.compile("");

  enum Kind {
    /** An address or an id of a post. */
    POST,
    /** YouTube's name, where attributes near it may hold the id of a video. */
    PLAYER,
    /** X's name, where attributes and keys near it may hold the id of a post. */
    TWEET,
    /** The beginning of a quote, which makes an embed of a link in it. */
    QUOTE,
    END_OF_QUOTE,
    /** What else makes an embed of a link in it or near it. */
    FRAME
  }

  static Trace of(String shape, String... words) {
    return new Trace(Kind.POST, List.of(words), Pattern.compile(shape, Pattern.CASE_INSENSITIVE));
  }

  static Trace named(Kind kind, String shape, String... words) {
    return new Trace(kind, List.of(words), Pattern.compile(shape, Pattern.CASE_INSENSITIVE));
  }

  static Trace quote(String word) {
    return new Trace(Kind.QUOTE, List.of(word), ANY);
  }

  static Trace endOfQuote(String word) {
    return new Trace(Kind.END_OF_QUOTE, List.of(word), ANY);
  }

  static Trace frame(String... words) {
    return new Trace(Kind.FRAME, List.of(words), ANY);
  }

  /** True where the bytes from a word on have the shape. */
  boolean fits(byte[] page, int start) {
    int length = kind == Kind.POST ? MAX_ADDRESS : MAX_NAME;
    return shape.matcher(Window.from(page, start, length)).lookingAt();
  }
}

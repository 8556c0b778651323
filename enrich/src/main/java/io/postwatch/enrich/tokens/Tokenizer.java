// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.tokens;

import io.postwatch.enrich.tokens.Token.Border;
import io.postwatch.enrich.tokens.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Splits a post into tokens in one pass over its characters. */
public final class Tokenizer {
  /**
   * More than the longest post of any platform has (63,206 characters); the rest of a longer text
   * is not read.
   */
  static final int MOST_TOKENS = 20_000;

  /** Full stops after these end no sentence. */
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "st", "mr", "mrs", "ms", "dr", "gen", "lt", "col", "sgt", "capt", "maj", "gov", "sen",
          "rep", "pres", "prof", "vs", "approx", "est", "ft", "mt", "no", "jr");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int point;
  private int hashtags;
  private Border border = Border.STOP;

  private Tokenizer(String text) {
    this.text = text;
  }

  /** The tokens of a text in order; any string will do, lone surrogates included. */
  public static List<Token> tokenize(String text) {
    Tokenizer tokenizer = new Tokenizer(text);
    while (tokenizer.at < text.length() && tokenizer.tokens.size() < MOST_TOKENS) {
      tokenizer.step();
    }
    return tokenizer.tokens;
  }

  private void step() {
    int c = text.codePointAt(at);
    if (Chars.isWordPart(c)) {
      wordOrLink();
    } else if (c == '@' && Chars.isHandlePart(codePointAt(at + 1))) {
      take(Kind.HANDLE, Chars.handleEnd(text, at + 1));
    } else if ((c == '#' || c == '＃') && Chars.isHashtagPart(codePointAt(at + 1))) {
      hashtag();
    } else {
      separate(c);
      at += Character.charCount(c);
      point++;
    }
  }

  private int codePointAt(int index) {
    return index < text.length() ? text.codePointAt(index) : -1;
  }

  private void separate(int c) {
    Border found = Chars.borderOf(c);
    if (c == '.' && endsWithAbbreviation()) {
      found = Border.SPACE;
    }
    if (found == Border.HYPHEN && !betweenWordParts()) {
      found = Border.PAUSE;
    }
    if (found.compareTo(border) > 0) {
      border = found;
    }
  }

  private boolean endsWithAbbreviation() {
    return !tokens.isEmpty()
        && border == Border.NONE
        && ABBREVIATIONS.contains(tokens.get(tokens.size() - 1).norm());
  }

  private boolean betweenWordParts() {
    return at > 0
        && Chars.isWordPart(text.codePointBefore(at))
        && Chars.isWordPart(codePointAt(at + 1));
  }

  private void wordOrLink() {
    int linkEnd = Links.endAt(text, at);
    if (linkEnd > at) {
      take(Kind.LINK, linkEnd);
      return;
    }
    int end = Chars.wordEnd(text, at);
    int glued = Links.gluedStart(text, at, end);
    if (glued > at) {
      end = glued;
    }
    if (codePointAt(end) == '@' && Chars.isHandlePart(codePointAt(end + 1))) {
      take(Kind.HANDLE, Chars.handleEnd(text, end + 1));
      return;
    }
    word(end, -1);
  }

  /** A word up to a place in the text; a possessive ending is passed over. */
  private void word(int end, int hashtag) {
    int possessive = Chars.possessiveStart(text, at, end);
    int last = possessive > at ? possessive : end;
    String raw = text.substring(at, last);
    Kind kind = Character.isDigit(raw.codePointAt(0)) ? Kind.NUMBER : Kind.WORD;
    add(kind, Words.normalise(raw), raw, hashtag);
    skip(last, end);
  }

  private void take(Kind kind, int end) {
    add(kind, "", text.substring(at, end), -1);
  }

  private void add(Kind kind, String norm, String raw, int hashtag) {
    int length = raw.codePointCount(0, raw.length());
    tokens.add(
        new Token(
            norm,
            point,
            point + length,
            kind,
            Shapes.of(raw),
            border,
            at,
            at + raw.length(),
            hashtag));
    at += raw.length();
    point += length;
    border = Border.NONE;
  }

  private void skip(int from, int to) {
    point += text.codePointCount(from, to);
    at = to;
  }

  private void hashtag() {
    int end = Chars.hashtagEnd(text, at + 1);
    skip(at, at + 1);
    int number = hashtags++;
    while (at < end && tokens.size() < MOST_TOKENS) {
      if (text.charAt(at) == '_') {
        skip(at, at + 1);
      } else {
        word(Math.min(end, Chars.hashtagPartEnd(text, at)), number);
      }
    }
  }
}

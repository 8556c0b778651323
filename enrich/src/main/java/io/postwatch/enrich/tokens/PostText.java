// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.tokens;

import java.util.List;

/**
 * A post's text and its tokens; spans are given by token, from inclusive, to exclusive.
 *
 * @param text the text
 * @param tokens its tokens, in order
 */
public record PostText(String text, List<Token> tokens) {

  /** Splits a text. */
  public static PostText of(String text) {
    return new PostText(text, Tokenizer.tokenize(text));
  }

  /** The words as written. */
  public String words(int from, int to) {
    return text.substring(tokens.get(from).at(), tokens.get(to - 1).until());
  }

  /** First character of a span, in code points. */
  public int start(int from) {
    return tokens.get(from).start();
  }

  /** One past the last character of a span, in code points. */
  public int end(int to) {
    return tokens.get(to - 1).end();
  }

  /** Whether a colon follows a token, perhaps after a space. */
  public boolean hasColonAfter(int token) {
    int end = tokens.get(token).until();
    String rest = text.substring(end, Math.min(text.length(), end + 2));
    return rest.strip().startsWith(":");
  }
}

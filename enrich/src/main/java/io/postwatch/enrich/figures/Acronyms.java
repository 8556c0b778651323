// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
import io.postwatch.enrich.tokens.Token.Shape;
import java.util.ArrayList;
import java.util.List;

/** Leaves out what parts a noun phrase: "four Border Force (BF) soldiers". */
final class Acronyms {
  private Acronyms() {}

  /** A text without the tokens that are capitals in brackets; spans stay those of the text. */
  static PostText without(PostText post) {
    if (post.text().indexOf('(') < 0) {
      return post;
    }
    List<Token> kept = new ArrayList<>(post.tokens().size());
    boolean left = false;
    for (Token token : post.tokens()) {
      if (isBracketed(post.text(), token)) {
        left = true;
        continue;
      }
      kept.add(left && isSpaceBefore(post.text(), token) ? joined(token) : token);
      left = false;
    }
    return new PostText(post.text(), kept);
  }

  private static boolean isBracketed(String text, Token token) {
    return token.shape() == Shape.UPPER
        && token.at() > 0
        && token.until() < text.length()
        && text.charAt(token.at() - 1) == '('
        && text.charAt(token.until()) == ')';
  }

  private static boolean isSpaceBefore(String text, Token token) {
    return token.at() > 1
        && text.charAt(token.at() - 1) == ' '
        && text.charAt(token.at() - 2) == ')';
  }

  private static Token joined(Token token) {
    return new Token(
        token.norm(),
        token.start(),
        token.end(),
        token.kind(),
        token.shape(),
        Border.SPACE,
        token.at(),
        token.until(),
        token.hashtag());
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;

/**
 * Words of a text that are a name in the gazetteer, whether or not they mean a place here.
 *
 * @param text index of the text in its document
 * @param post the text
 * @param from index of the first token
 * @param to one past the index of the last token
 * @param name number of the name in the gazetteer
 */
record Mention(int text, PostText post, int from, int to, int name) {

  Token first() {
    return post.tokens().get(from);
  }

  Token last() {
    return post.tokens().get(to - 1);
  }

  int words() {
    return to - from;
  }

  /** The token at a distance before (negative) or after the words; null beyond the text. */
  Token beside(int distance) {
    int index = distance < 0 ? from + distance : to - 1 + distance;
    return index >= 0 && index < post.tokens().size() ? post.tokens().get(index) : null;
  }
}

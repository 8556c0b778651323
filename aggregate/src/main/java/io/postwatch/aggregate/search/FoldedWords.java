// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.search;

import io.postwatch.text.Folding;
import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Makes words alike as {@link Folding} does for names: a question without accents finds all
 * spellings, one with them that one alone. So a text's word stands under both of its forms.
 */
final class FoldedWords extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);

  private final boolean isQuestion;
  private String bare = "";
  private State ofWord;

  FoldedWords(TokenStream input, boolean isQuestion) {
    super(input);
    this.isQuestion = isQuestion;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!bare.isEmpty()) {
      restoreState(ofWord);
      term.setEmpty().append(bare);
      step.setPositionIncrement(0);
      bare = "";
      return true;
    }
    while (input.incrementToken()) {
      String word = term.toString();
      String strict = Folding.strict(word);
      if (!strict.isEmpty()) {
        term.setEmpty().append(strict);
        if (!isQuestion) {
          ofWord = captureState();
          String other = Folding.bare(word);
          bare = other.equals(strict) ? "" : other;
        }
        return true;
      }
    }
    return false;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    bare = "";
  }
}

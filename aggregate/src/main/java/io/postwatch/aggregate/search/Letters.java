// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.search;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Takes runs of scripts that write words together, or with their particles, letter by letter, so
 * that a word is found inside them. Han and Hiragana come letter by letter already.
 */
final class Letters extends TokenFilter {
  private static final Set<String> TOGETHER =
      Set.of(
          StandardTokenizer.TOKEN_TYPES[StandardTokenizer.SOUTHEAST_ASIAN],
          StandardTokenizer.TOKEN_TYPES[StandardTokenizer.KATAKANA],
          StandardTokenizer.TOKEN_TYPES[StandardTokenizer.HANGUL]);

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final TypeAttribute type = addAttribute(TypeAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);

  private String run = "";
  private int next;
  private State ofRun;

  Letters(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (next < run.length()) {
      restoreState(ofRun);
      step.setPositionIncrement(1);
      letter();
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    if (TOGETHER.contains(type.type())) {
      run = term.toString();
      next = 0;
      ofRun = captureState();
      letter();
    }
    return true;
  }

  private void letter() {
    int end = next + Character.charCount(run.codePointAt(next));
    int start = offset.startOffset();
    term.setEmpty().append(run, next, end);
    offset.setOffset(start + next, start + end);
    next = end;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    run = "";
    next = 0;
  }
}

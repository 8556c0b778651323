// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.search;

import java.io.Reader;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * The words of a text in any script: as Unicode (UAX #29) parts them, those of scripts without
 * spaces between words letter by letter. Bounded, whatever the text.
 */
final class Words extends Analyzer {
  /** Longer words are taken in parts, by texts and questions alike. */
  private static final int LONGEST = 100;

  /** Of a longer text the beginning is found. */
  private static final int MOST = 4_000;

  /** What Unicode takes for a part of words, and people write between them as well. */
  private static final NormalizeCharMap BETWEEN = between();

  private final boolean isQuestion;

  private Words(boolean isQuestion) {
    this.isQuestion = isQuestion;
  }

  /** Of what is to be found: each word in all forms in which it may be asked for. */
  static Analyzer ofTexts() {
    return new Words(false);
  }

  /** Of what is asked for: each word as it is written. */
  static Analyzer ofQuestions() {
    return new Words(true);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    StandardTokenizer tokenizer = new StandardTokenizer();
    tokenizer.setMaxTokenLength(LONGEST);
    TokenStream folded = new FoldedWords(new Letters(tokenizer), isQuestion);
    return new TokenStreamComponents(tokenizer, new LimitTokenCountFilter(folded, MOST));
  }

  @Override
  protected Reader initReader(String field, Reader text) {
    return new MappingCharFilter(BETWEEN, text);
  }

  private static NormalizeCharMap between() {
    NormalizeCharMap.Builder spaces = new NormalizeCharMap.Builder();
    for (String sign : List.of(":", "'", "’", ".", "·")) {
      spaces.add(sign, " ");
    }
    return spaces.build();
  }
}

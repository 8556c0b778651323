// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.annotate;

import io.postwatch.bench.Corpus;
import io.postwatch.bench.names.Conll;
import io.postwatch.bench.names.LabelledPost;
import java.io.IOException;
import java.util.List;

/** The texts of labelled tweets, for measuring speed and language. */
public final class TweetTexts {
  private TweetTexts() {}

  /** The tweets of a set in the corpus's {@code names}, tokens joined by spaces. */
  public static List<String> of(Corpus corpus, String set) throws IOException {
    return Conll.read(corpus.require("names/" + set + ".conll")).stream()
        .map(LabelledPost::text)
        .toList();
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.topics;

import io.postwatch.bench.Corpus;
import io.postwatch.enrich.Annotator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;

/** Scores the default topics on news snippets and tweets that people labelled. */
public final class Topics {
  private Topics() {}

  /** Takes a directory of labelled data; {@code --errors} lists what is wrong. */
  public static void main(String[] args) throws IOException {
    Path topics = Corpus.of(args).require("topics");
    PrintStream errors = Arrays.asList(args).contains("--errors") ? System.out : null;
    Annotator annotator = Annotator.withDefaults();
    TopicReader reader = text -> annotator.annotate(text).topics();

    Snippets snippets =
        Snippets.read(topics.resolve("case-dev.tsv"), Mapping.read(topics.resolve("MAPPING.md")));
    ClassScores bySnippet = snippets.score(reader, errors);
    bySnippet.print("News snippets (case-dev), surest topic of those mapped");

    ClassScores byTweet =
        CrisisTweets.read(topics.resolve("humaid-train.tsv")).score(reader, errors);
    byTweet.print("Tweets of disasters (humaid-train), any of the class's topics");
  }
}

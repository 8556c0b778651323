// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.annotate;

import io.postwatch.bench.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The texts of tweets whose tokens stand in CoNLL files, one a line, with an empty line between
 * tweets.
 */
public final class TweetTexts {
  private TweetTexts() {}

  /** The tweets of a set in the corpus's {@code names}, tokens joined by spaces. */
  public static List<String> of(Corpus corpus, String set) throws IOException {
    Path file = corpus.require("names/" + set + ".conll");
    List<String> texts = new ArrayList<>();
    for (String tweet : Files.readString(file).split("\n\\s*\n")) {
      String text =
          Arrays.stream(tweet.split("\n"))
              .map(line -> line.split("\t")[0])
              .collect(Collectors.joining(" "))
              .strip();
      if (!text.isEmpty()) {
        texts.add(text);
      }
    }
    return texts;
  }
}

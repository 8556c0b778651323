// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Finds the patterns of a file that cannot be read, or are too many when lists are filled in. */
final class PatternCheck {
  /** A list of thousands, named in thousands of patterns, would otherwise fill the memory. */
  private static final long MOST_PHRASES = 2_000_000;

  private final PatternParser parser;
  private final BiConsumer<FilePosition, String> mistakes;
  private long phrases;

  /**
   * @param words named lists of words and phrases
   * @param mistakes told where and what is wrong
   */
  PatternCheck(Map<String, List<String>> words, BiConsumer<FilePosition, String> mistakes) {
    this.parser = new PatternParser(new Units(), words);
    this.mistakes = mistakes;
  }

  void check(TopicsFile file) {
    file.traps().forEach(this::check);
    for (TopicDefinition topic : file.topics()) {
      topic.patterns().values().forEach(patterns -> patterns.forEach(this::check));
      topic.traps().forEach(this::check);
    }
  }

  private void check(Located pattern) {
    if (phrases > MOST_PHRASES) {
      return;
    }
    try {
      phrases += parser.parse(pattern.text()).stream().mapToLong(PhrasePattern::size).sum();
    } catch (IllegalArgumentException e) {
      mistakes.accept(
          pattern.at(), "pattern " + YamlNodes.shown(pattern.text()) + ": " + e.getMessage());
    }
    if (phrases > MOST_PHRASES) {
      mistakes.accept(
          pattern.at(),
          "too many words when the lists are filled in, expected at most "
              + MOST_PHRASES
              + " in all patterns");
    }
  }
}

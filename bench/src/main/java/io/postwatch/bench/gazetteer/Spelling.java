// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.gazetteer;

import io.postwatch.enrich.gazetteer.Gazetteer;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Tokenizer;
import java.util.List;
import java.util.Map;

/** The words of a name as the tokenizer gives those of a post. */
final class Spelling {
  private static final Map<String, String> FIRST_WORDS =
      Map.of("saint", "st", "st", "saint", "mount", "mt", "fort", "ft");

  private Spelling() {}

  /** The words with a space between, "Saint" also shortened; none for what is no name of words. */
  static List<String> of(String name) {
    List<String> words = Tokenizer.tokenize(name).stream().map(Token::norm).toList();
    if (words.isEmpty() || words.size() > Gazetteer.LONGEST || words.contains("")) {
      return List.of();
    }
    String spelling = String.join(" ", words);
    String other = FIRST_WORDS.get(words.get(0));
    return other == null || words.size() == 1
        ? List.of(spelling)
        : List.of(spelling, other + spelling.substring(words.get(0).length()));
  }
}

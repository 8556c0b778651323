// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import io.postwatch.enrich.tokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All patterns of a topics file, filed under the units they can begin with. */
final class CompiledTopics {
  /**
   * A pattern with what it says.
   *
   * @param topic id of the topic; null for a trap of all topics
   * @param confidence how likely a match reports the topic; 0 for a trap
   */
  record Rule(String topic, double confidence, PhrasePattern pattern) {
    boolean isTrap() {
      return confidence == 0;
    }
  }

  /**
   * A rule matched by tokens.
   *
   * @param from index of the first token
   * @param to one past the index of the last token
   */
  record Match(Rule rule, int from, int to) {
    int length() {
      return to - from;
    }
  }

  private final Units units = new Units();
  private final List<List<Rule>> byFirstUnit = new ArrayList<>();

  /**
   * Compiles a file.
   *
   * @throws TopicsFileException on a pattern that cannot be read
   */
  CompiledTopics(TopicsFile file) {
    PatternParser parser = new PatternParser(units, file.words());
    file.traps().forEach(trap -> add(parser, null, 0, trap));
    for (TopicDefinition topic : file.topics()) {
      topic
          .patterns()
          .forEach(
              (confidence, patterns) ->
                  patterns.forEach(pattern -> add(parser, topic.id(), confidence, pattern)));
      topic.traps().forEach(trap -> add(parser, topic.id(), 0, trap));
    }
  }

  private void add(PatternParser parser, String topic, double confidence, Located source) {
    try {
      PhrasePattern pattern = parser.parse(source.text());
      Rule rule = new Rule(topic, confidence, pattern);
      pattern.elements().get(0).phrases().stream()
          .map(phrase -> phrase[0])
          .distinct()
          .forEach(unit -> rulesOf(unit).add(rule));
    } catch (IllegalArgumentException e) {
      throw new TopicsFileException(
          source.at(), "pattern " + YamlNodes.shown(source.text()) + ": " + e.getMessage());
    }
  }

  private List<Rule> rulesOf(int unit) {
    while (byFirstUnit.size() <= unit) {
      byFirstUnit.add(new ArrayList<>());
    }
    return byFirstUnit.get(unit);
  }

  /** Gives every match to a consumer, in order of the first token. */
  void match(List<Token> tokens, Consumer<Match> matches) {
    int[][] unitsOf = tokens.stream().map(units::of).toArray(int[][]::new);
    for (int from = 0; from < tokens.size(); from++) {
      for (int unit : unitsOf[from]) {
        if (unit < byFirstUnit.size()) {
          matchRules(byFirstUnit.get(unit), from, tokens, unitsOf, matches);
        }
      }
    }
  }

  private static void matchRules(
      List<Rule> rules, int from, List<Token> tokens, int[][] units, Consumer<Match> matches) {
    for (Rule rule : rules) {
      int to = rule.pattern().matchFrom(from, tokens, units);
      if (to > from) {
        matches.accept(new Match(rule, from, to));
      }
    }
  }
}

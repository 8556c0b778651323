// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import io.postwatch.enrich.tokens.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * All patterns of a topics file as one automaton.
 *
 * <p>Every rule waits under the rarest of the elements that it cannot do without; only the rules
 * whose rarest element stands in a text are followed, by {@link PhrasePattern}. So the time a text
 * takes depends on what it says and hardly on how many rules there are.
 */
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
   * @param coreFrom index of the first token of the words that say what is reported
   * @param coreTo one past the index of their last token
   */
  record Match(Rule rule, int from, int to, int coreFrom, int coreTo) {
    int length() {
      return coreTo - coreFrom;
    }
  }

  /**
   * Where a rule is filed.
   *
   * @param rule index of the rule
   * @param earliest how many tokens before the element's first the rule's match may begin
   */
  private record Waiting(int rule, int earliest) {}

  private static final int START_SHIFT = 32;

  private final Units units = new Units();
  private final List<Rule> rules = new ArrayList<>();
  private final Waiting[][] waiting;

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
    waiting = filed();
  }

  private void add(PatternParser parser, String topic, double confidence, Located source) {
    try {
      parser
          .parse(source.text())
          .forEach(pattern -> rules.add(new Rule(topic, confidence, pattern)));
    } catch (IllegalArgumentException e) {
      throw new TopicsFileException(
          source.at(), "pattern " + YamlNodes.shown(source.text()) + ": " + e.getMessage());
    }
  }

  /** The rules by the first units of their rarest element. */
  private Waiting[][] filed() {
    UnitFrequencies frequencies = new UnitFrequencies(units);
    rules.forEach(rule -> frequencies.add(rule.pattern()));
    List<List<Waiting>> byUnit = new ArrayList<>();
    for (int unit = 0; unit < units.size(); unit++) {
      byUnit.add(new ArrayList<>(1));
    }
    for (int i = 0; i < rules.size(); i++) {
      PhrasePattern pattern = rules.get(i).pattern();
      int rarest = frequencies.rarestElement(pattern);
      Waiting here = new Waiting(i, pattern.mostTokensBefore(rarest));
      pattern
          .elements()
          .get(rarest)
          .alternatives()
          .firstUnits()
          .forEach(unit -> byUnit.get(unit).add(here));
    }
    return byUnit.stream().map(list -> list.toArray(Waiting[]::new)).toArray(Waiting[][]::new);
  }

  /**
   * Gives every match to a consumer, in order of the first token.
   *
   * @param places the tokens at which names of places begin
   */
  void match(List<Token> tokens, BitSet places, Consumer<Match> matches) {
    int[][] unitsOf = new int[tokens.size()][];
    for (int i = 0; i < unitsOf.length; i++) {
      unitsOf[i] = units.of(tokens.get(i), places.get(i));
    }
    long last = -1;
    for (long start : starts(unitsOf)) {
      if (start != last) {
        int from = (int) (start >>> START_SHIFT);
        matchRule(rules.get((int) start), from, tokens, unitsOf, matches);
      }
      last = start;
    }
  }

  /** Where rules may begin, in order: the token above, the rule below; some are there twice. */
  private long[] starts(int[][] unitsOf) {
    long[] starts = new long[unitsOf.length + 8];
    int size = 0;
    for (int at = 0; at < unitsOf.length; at++) {
      for (int unit : unitsOf[at]) {
        for (Waiting waits : waiting[unit]) {
          PhrasePattern pattern = rules.get(waits.rule()).pattern();
          for (int from = Math.max(0, at - waits.earliest()); from <= at; from++) {
            if (pattern.canBegin(unitsOf[from])) {
              starts = size < starts.length ? starts : Arrays.copyOf(starts, 2 * size);
              starts[size++] = (long) from << START_SHIFT | waits.rule();
            }
          }
        }
      }
    }
    long[] sorted = Arrays.copyOf(starts, size);
    Arrays.sort(sorted);
    return sorted;
  }

  private static void matchRule(
      Rule rule, int from, List<Token> tokens, int[][] units, Consumer<Match> matches) {
    PhrasePattern pattern = rule.pattern();
    int to = pattern.matchFrom(from, tokens, units);
    if (to > from) {
      matches.accept(
          new Match(
              rule,
              from,
              to,
              pattern.coreFrom(from, to, tokens, units),
              pattern.coreTo(from, to, tokens, units)));
    }
  }
}

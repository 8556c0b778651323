// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A topic as its files define it.
 *
 * @param id lower-case words with dashes, e.g. armed-clash
 * @param title for people to read
 * @param description what counts as a report of it; null where no file says
 * @param acled the ACLED type that fits; null where none does
 * @param plover the PLOVER type that fits; null where none does
 * @param patterns by how likely a post that has one of them reports the topic, above 0 to 1
 * @param traps patterns that look like the topic and are not
 * @param examples texts that report it
 * @param counterexamples texts that do not
 */
public record TopicDefinition(
    String id,
    String title,
    String description,
    Acled acled,
    Plover plover,
    Map<Double, List<Located>> patterns,
    List<Located> traps,
    List<Located> examples,
    List<Located> counterexamples) {

  /**
   * Event and sub-event type of the Armed Conflict Location and Event Data codebook.
   *
   * @param event event type
   * @param subEvent sub-event type; null where the topic spans several
   */
  public record Acled(String event, String subEvent) {}

  /**
   * Event type and mode of the Political Language Ontology for Verifiable Event Records.
   *
   * @param event event type
   * @param mode how it is done; null where the topic spans several, or the type has none
   */
  public record Plover(String event, String mode) {}

  /** Nothing where the file leaves a list out. */
  public TopicDefinition {
    patterns = patterns == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(patterns));
    traps = traps == null ? List.of() : List.copyOf(traps);
    examples = examples == null ? List.of() : List.copyOf(examples);
    counterexamples = counterexamples == null ? List.of() : List.copyOf(counterexamples);
  }

  /** This topic's own words and codes where it has some, and the lists of both. */
  TopicDefinition over(TopicDefinition base) {
    Map<Double, List<Located>> both = new TreeMap<>(base.patterns);
    patterns.forEach((confidence, own) -> both.merge(confidence, own, TopicDefinition::joined));
    return new TopicDefinition(
        id,
        title == null ? base.title : title,
        description == null ? base.description : description,
        acled == null ? base.acled : acled,
        plover == null ? base.plover : plover,
        both,
        joined(base.traps, traps),
        joined(base.examples, examples),
        joined(base.counterexamples, counterexamples));
  }

  static <T> List<T> joined(Collection<T> first, Collection<T> second) {
    List<T> joined = new ArrayList<>(first);
    joined.addAll(second);
    return joined;
  }

  /** How many patterns and traps it has. */
  int size() {
    return patterns.values().stream().mapToInt(List::size).sum() + traps.size();
  }
}

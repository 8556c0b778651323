// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A topic as its file defines it.
 *
 * @param id lower-case words with dashes, e.g. armed-clash
 * @param title for people to read
 * @param description what counts as a report of it
 * @param acled the ACLED type that fits; null where none does
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
    Map<Double, List<String>> patterns,
    List<String> traps,
    List<String> examples,
    List<String> counterexamples) {

  /**
   * Event and sub-event type of the Armed Conflict Location and Event Data codebook.
   *
   * @param event event type
   * @param subEvent sub-event type; null where the topic spans several
   */
  public record Acled(String event, String subEvent) {}

  /** Nothing where the file leaves a list out. */
  public TopicDefinition {
    patterns = patterns == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(patterns));
    traps = traps == null ? List.of() : List.copyOf(traps);
    examples = examples == null ? List.of() : List.copyOf(examples);
    counterexamples = counterexamples == null ? List.of() : List.copyOf(counterexamples);
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.incidents;

import java.util.Set;

/** What a text says a place is to what happens. */
enum PlaceRole {
  /** Where it happens: in Paris, hits Paris, Paris: */
  AT(0, Set.of()),
  /** The text does not say. */
  UNSAID(2, Set.of()),
  /** Between Armenia and Azerbaijan: both, or those who talk elsewhere. */
  BETWEEN(8, Set.of()),
  /** From Mexico, fled Mexico. */
  ORIGIN(1, Set.of("displacement", "kidnapping")),
  /** To Mexico. */
  DESTINATION(1, Set.of("military-deployment", "humanitarian-need", "diplomacy")),
  /** For, against, with Mexico. */
  CAUSE(1, Set.of("sanctions", "explosion", "armed-clash", "territory")),
  /** Mexican soldiers, Mexico's president, Mexico says: who, not where. */
  ACTOR(0, Set.of()),
  /** Reuters, Berlin: where somebody writes. */
  DATELINE(0, Set.of());

  private final int cost;
  private final Set<String> topics;

  /**
   * A role.
   *
   * @param cost how far off it makes a place, in words
   * @param topics topics that happen at a place in this role, although others do not
   */
  PlaceRole(int cost, Set<String> topics) {
    this.cost = cost;
    this.topics = topics;
  }

  int cost() {
    return cost;
  }

  /** Whether anything may happen at a place in this role. */
  boolean isWhere() {
    return this == AT || this == UNSAID || this == BETWEEN;
  }

  /** Whether a topic may happen at a place in this role. */
  boolean isWhere(String topic) {
    return isWhere() || topics.contains(topic);
  }
}

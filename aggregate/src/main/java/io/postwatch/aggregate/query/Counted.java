// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import io.postwatch.aggregate.state.CountingStores;

/** What all questions on counts have in common. */
final class Counted {
  static final String STORE = CountingStores.COUNTS;

  private Counted() {}

  /**
   * Checks how many windows of how many topics an answer looks at.
   *
   * @throws RefusedException when they are more than {@code most}
   */
  static void requireFew(WindowSpan windows, int topics, int most) {
    long asked = windows.number() * Math.max(1, topics);
    if (asked > most) {
      throw RefusedException.tooMuch(
          "from, to: the range is too long: %d windows of %s of %d topics; expected at most %d of all topics together."
              .formatted(windows.number(), windows.size(), topics, most));
    }
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

import io.postwatch.aggregate.windows.KnownTime;
import io.postwatch.aggregate.windows.WindowRule;
import io.postwatch.schema.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * All windows that are counted side by side, each with a number: what a sighting was counted in is
 * stored by it. POSTED comes before SEEN, so that a clock which is added changes no number.
 *
 * @param rules by clock, then by size; at most {@value #MOST}
 */
public record Windows(List<WindowRule> rules) {
  /** Bits of an int. */
  public static final int MOST = 32;

  public Windows {
    rules =
        rules.stream()
            .sorted(Comparator.comparing(WindowRule::clock).thenComparing(WindowRule::size))
            .toList();
  }

  public int count() {
    return rules.size();
  }

  public WindowRule rule(int window) {
    return rules.get(window);
  }

  /** Start of the window that surely holds a sighting of a version; empty when there is none. */
  public OptionalLong start(int window, PostVersion version, long seenAt) {
    WindowRule rule = rules.get(window);
    if (rule.clock() == Clock.SEEN) {
      return OptionalLong.of(rule.size().startOf(seenAt));
    }
    KnownTime posted = version.posted().orElse(null);
    return posted == null ? OptionalLong.empty() : posted.windowStart(rule.size());
  }
}

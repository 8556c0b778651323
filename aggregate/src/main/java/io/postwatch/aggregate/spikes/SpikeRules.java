// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.spikes;

import java.time.Duration;

/**
 * How spikes are told in the stream.
 *
 * @param interval length of the intervals in which posts are counted: 1 minute to 1 hour
 * @param timesPerWeek as {@link SpikeSettings#timesPerWeek()}: 0.001 to 100
 * @param leastAuthors how many accounts a spike's posts must have before it is told: 1 to 64
 * @param leastOutlets how many outlets they must have: 1 to 16
 * @param leastDirectAuthors how many accounts make up for outlets that are missing, if their posts
 *     came straight from a platform: 1 to 64
 * @throws IllegalArgumentException if a value is out of its bounds; the message says which
 */
public record SpikeRules(
    Duration interval,
    double timesPerWeek,
    int leastAuthors,
    int leastOutlets,
    int leastDirectAuthors) {
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  /**
   * Intervals of five minutes, three authors, two outlets. Ten authors where there are no outlets:
   * an account costs less than a news site, so more of them must agree.
   */
  public static final SpikeRules USUAL = new SpikeRules(Duration.ofMinutes(5), 0.8, 3, 2, 10);

  public SpikeRules {
    require(
        interval.compareTo(SHORTEST) >= 0 && interval.compareTo(LONGEST) <= 0,
        "interval: expected 1m to 1h, found " + interval);
    require(
        timesPerWeek >= 0.001 && timesPerWeek <= 100,
        "times-per-week: expected 0.001 to 100, found " + timesPerWeek);
    requireCount("least-authors", leastAuthors, SpikePosts.MOST_AUTHORS);
    requireCount("least-outlets", leastOutlets, SpikePosts.MOST_OUTLETS);
    requireCount("least-direct-authors", leastDirectAuthors, SpikePosts.MOST_AUTHORS);
  }

  SpikeSettings settings() {
    return SpikeSettings.every(interval).telling(timesPerWeek);
  }

  /** Whether independent sources say so, and not one account or one story in many outlets. */
  boolean areCorroborated(SpikePosts posts) {
    return posts.authors() >= leastAuthors
        && (posts.outlets() >= leastOutlets || posts.directAuthors() >= leastDirectAuthors);
  }

  private static void requireCount(String name, int count, int most) {
    require(count >= 1 && count <= most, name + ": expected 1 to " + most + ", found " + count);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}

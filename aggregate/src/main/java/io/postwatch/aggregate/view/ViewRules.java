// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.view;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What is remembered of posts and incidents, to be shown and searched.
 *
 * @param remember for how long after they were seen last, at least: 1 hour to 366 days
 * @param searchPosts most posts that an instance finds by their words, the newest: 100 to 10
 *     million; of incidents it finds ten times as many
 * @param scratch where files that are made anew at each start may be; empty: the system's directory
 *     for them
 * @throws IllegalArgumentException if a value is out of its bounds; the message says which
 */
public record ViewRules(Duration remember, int searchPosts, Optional<Path> scratch) {
  public static final int LEAST_POSTS = 100;
  public static final int MOST_POSTS = 10_000_000;
  public static final Duration USUAL_REMEMBER = Duration.ofDays(7);
  public static final int USUAL_POSTS = 100_000;

  private static final Duration SHORTEST = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(366);

  /** An incident has no words to be found by, and takes a tenth of a post's room. */
  private static final int INCIDENTS_A_POST = 10;

  public ViewRules {
    if (remember.compareTo(SHORTEST) < 0 || remember.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("remember: expected 1h to 366d, found " + remember);
    }
    if (searchPosts < LEAST_POSTS || searchPosts > MOST_POSTS) {
      throw new IllegalArgumentException(
          "search-posts: expected " + LEAST_POSTS + " to " + MOST_POSTS + ", found " + searchPosts);
    }
  }

  int searchIncidents() {
    return INCIDENTS_A_POST * searchPosts;
  }
}

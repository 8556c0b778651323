// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import io.postwatch.aggregate.counting.Count;

/**
 * The numbers of a count, or of several together: then who is in two of them is counted twice.
 *
 * @param posts distinct posts
 * @param sightings distinct pairs of post and article
 * @param authors distinct authors
 * @param outlets distinct outlets
 */
public record Numbers(long posts, long sightings, long authors, long outlets) {
  public static final Numbers NONE = new Numbers(0, 0, 0, 0);

  static Numbers of(Count count) {
    return new Numbers(
        count.posts(), count.sightings(), count.authors().number(), count.outlets().number());
  }

  Numbers plus(Numbers other) {
    return new Numbers(
        posts + other.posts,
        sightings + other.sightings,
        authors + other.authors,
        outlets + other.outlets);
  }

  public long of(Measure measure) {
    return switch (measure) {
      case POSTS -> posts;
      case SIGHTINGS -> sightings;
      case AUTHORS -> authors;
      case OUTLETS -> outlets;
    };
  }
}

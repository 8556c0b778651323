// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import io.postwatch.aggregate.search.Hit;
import io.postwatch.aggregate.view.PostsAsked;
import io.postwatch.aggregate.view.ViewReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.Query;

/** Finds posts by their author, hashtags and words. */
public final class PostSearch {
  private PostSearch() {}

  /**
   * This instance's posts, those first that were first seen last.
   *
   * @param after those that come after this place only
   * @param limit most on a page, which may have fewer though the list goes on
   * @throws IllegalArgumentException if the words cannot be asked for; the message says why
   */
  public static Finds<FoundPost> find(
      ViewReader view, PostFilter filter, Optional<Hit.Place> after, int limit) {
    List<Hit> hits = view.posts(query(filter), after, limit);
    List<FoundPost> found = new ArrayList<>();
    for (Hit hit : hits) {
      view.post(hit.id())
          // It may have been deleted since the index was last refreshed.
          .filter(known -> !known.isDeleted())
          .ifPresent(known -> found.add(new FoundPost(hit.place(), known)));
    }
    Optional<Hit.Place> next =
        hits.size() < limit ? Optional.empty() : Optional.of(hits.get(limit - 1).place());
    return new Finds<>(found, next);
  }

  private static Query query(PostFilter filter) {
    return new PostsAsked(
            filter.handle(),
            filter.hashtag(),
            filter.words(),
            filter.platform(),
            filter.from(),
            filter.to())
        .query();
  }
}

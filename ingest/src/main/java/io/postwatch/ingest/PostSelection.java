// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest;

import io.postwatch.ingest.watch.WatchLists;
import io.postwatch.schema.EmbeddedPost;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Decides which of the posts that were found are published, and notes on each who watches it.
 *
 * @param filter which posts are kept
 * @param watchLists those in force now
 * @param watchedOnly true: a post that no list watches is not kept
 */
public record PostSelection(
    PostFilter filter, Supplier<WatchLists> watchLists, boolean watchedOnly) {

  /** Keeps what the filter keeps; nobody watches. */
  public static PostSelection by(PostFilter filter) {
    return new PostSelection(filter, () -> WatchLists.NONE, false);
  }

  /** The posts that are kept, in their order. */
  public List<EmbeddedPost> of(List<EmbeddedPost> found) {
    WatchLists current = watchLists.get();
    return found.stream().filter(filter).flatMap(post -> kept(post, current)).toList();
  }

  private Stream<EmbeddedPost> kept(EmbeddedPost post, WatchLists current) {
    post.setWatchLists(current.watching(post));
    return watchedOnly && post.getWatchLists().isEmpty() ? Stream.empty() : Stream.of(post);
  }

  /** What is kept, in a stable form, for telling two selections apart and for people. */
  @Override
  public String toString() {
    return watchedOnly ? (filter + " watch lists").strip() : filter.toString();
  }
}

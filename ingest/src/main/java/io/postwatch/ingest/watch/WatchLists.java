// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.watch;

import io.postwatch.schema.EmbeddedPost;
import java.util.List;
import java.util.Set;

/** The watch lists of all teams. */
public record WatchLists(List<WatchList> lists) {

  /** Watches nothing. */
  public static final WatchLists NONE = new WatchLists(List.of());

  public WatchLists {
    lists = List.copyOf(lists);
  }

  /** The names of the lists that watch this post, in the file's order. */
  public List<String> watching(EmbeddedPost post) {
    if (lists.isEmpty()) {
      return List.of();
    }
    Set<String> names = PostNames.of(post);
    return lists.stream().filter(list -> list.watches(names)).map(WatchList::name).toList();
  }
}

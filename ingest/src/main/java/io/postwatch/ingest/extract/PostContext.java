// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract;

import io.postwatch.ingest.extract.post.FoundPost;
import java.util.Collection;
import java.util.List;

/**
 * What an article says around each of its posts. It travels with the post, because the stage that
 * reads posts sees one at a time, and "the main square" is in the city that a sentence beside it
 * names.
 */
final class PostContext {
  /** UTF-16 units; every sighting carries it, and places are named early. */
  static final int MOST = 800;

  /** Enough to fill it from, and few enough to look at for each post. */
  private static final int MOST_POSTS = 20;

  private final String description;
  private final List<FoundPost> posts;

  PostContext(String description, Collection<FoundPost> posts) {
    this.description = description;
    this.posts = posts.stream().filter(post -> !post.text().isEmpty()).limit(MOST_POSTS).toList();
  }

  /** The article's description and the texts of its other posts, one a line; null for neither. */
  String of(FoundPost post) {
    StringBuilder context = new StringBuilder();
    add(description, context);
    for (FoundPost other : posts) {
      if (other != post) {
        add(other.text(), context);
      }
    }
    return context.isEmpty() ? null : context.toString();
  }

  private static void add(String text, StringBuilder context) {
    int room = MOST - context.length() - 1;
    if (text == null || text.isEmpty() || room < 2) {
      return;
    }
    if (!context.isEmpty()) {
      context.append('\n');
    }
    int end = Math.min(text.length(), room);
    boolean splitsPair = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
    context.append(text, 0, splitsPair ? end - 1 : end);
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest;

import io.postwatch.ingest.watch.PostNames;
import io.postwatch.schema.EmbeddedPost;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps posts by author and by hashtag: those of any of the handles that carry any of the hashtags.
 *
 * @param handles {@link PostNames} of authors; empty keeps every author
 * @param hashtags {@link PostNames} of hashtags; empty keeps posts with and without
 */
public record PostFilter(Set<String> handles, Set<String> hashtags)
    implements Predicate<EmbeddedPost> {

  /** Keeps everything. */
  public static final PostFilter NONE = new PostFilter(Set.of(), Set.of());

  public PostFilter {
    handles = Set.copyOf(handles);
    hashtags = Set.copyOf(hashtags);
  }

  /**
   * A filter from words as people give them: with or without @ and #, in any case.
   *
   * @throws IllegalArgumentException on a word that no handle or hashtag can be
   */
  public static PostFilter of(Collection<String> handles, Collection<String> hashtags) {
    return new PostFilter(PostNames.of('@', handles), PostNames.of('#', hashtags));
  }

  @Override
  public boolean test(EmbeddedPost post) {
    if (handles.isEmpty() && hashtags.isEmpty()) {
      return true;
    }
    Set<String> names = PostNames.of(post);
    return isAnyOf(handles, names) && isAnyOf(hashtags, names);
  }

  private static boolean isAnyOf(Set<String> wanted, Set<String> names) {
    return wanted.isEmpty() || !Collections.disjoint(wanted, names);
  }

  /** The filter in a stable form, for telling two filters apart and for people. */
  @Override
  public String toString() {
    return Stream.of(handles, hashtags)
        .flatMap(names -> new TreeSet<>(names).stream())
        .collect(Collectors.joining(" "));
  }
}

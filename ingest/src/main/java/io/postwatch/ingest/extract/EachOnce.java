// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract;

import io.postwatch.ingest.extract.post.FoundPost;
import io.postwatch.ingest.extract.post.PostKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Leaves one of the posts that a document shows more than once. */
final class EachOnce {
  private static final Pattern SPACE = Pattern.compile("\\s++");

  private EachOnce() {}

  /**
   * Each post where it stands first, with the words of the fuller showing and the facts of both;
   * one without an id not at all where the same words stand elsewhere with it.
   */
  static Collection<FoundPost> of(List<FoundPost> posts) {
    Set<String> identified =
        posts.stream()
            .filter(post -> post.id() != null && !post.text().isEmpty())
            .map(PostKey::words)
            .collect(Collectors.toSet());
    Map<String, FoundPost> byKey = new LinkedHashMap<>();
    for (FoundPost post : posts) {
      if (post.id() != null || !identified.contains(PostKey.words(post))) {
        byKey.merge(PostKey.of(post), post, EachOnce::fuller);
      }
    }
    return byKey.values();
  }

  private static FoundPost fuller(FoundPost first, FoundPost again) {
    boolean moreWords = first.text().isEmpty() && !again.text().isEmpty();
    return moreWords || hasMoreLines(again, first) ? again.with(first) : first.with(again);
  }

  /** Markup may leave line breaks to the style sheet, where the page's data have them. */
  private static boolean hasMoreLines(FoundPost post, FoundPost other) {
    return post.text().indexOf('\n') >= 0
        && other.text().indexOf('\n') < 0
        && SPACE.matcher(post.text()).replaceAll(" ").equals(other.text());
  }
}

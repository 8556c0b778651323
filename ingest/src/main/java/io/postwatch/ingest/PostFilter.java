// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest;

import io.postwatch.schema.EmbeddedPost;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Keeps posts by author and by hashtag: those of any of the handles that carry any of the hashtags.
 *
 * @param handles folded handles, without @; empty keeps every author
 * @param hashtags folded hashtags, without #; empty keeps posts with and without
 */
public record PostFilter(Set<String> handles, Set<String> hashtags)
    implements Predicate<EmbeddedPost> {

  /** Keeps everything. */
  public static final PostFilter NONE = new PostFilter(Set.of(), Set.of());

  public PostFilter {
    handles = Set.copyOf(handles);
    hashtags = Set.copyOf(hashtags);
  }

  /** A filter from words as people give them: with or without @ and #, in any case. */
  public static PostFilter of(Collection<String> handles, Collection<String> hashtags) {
    return new PostFilter(folded(handles), folded(hashtags));
  }

  private static Set<String> folded(Collection<String> words) {
    return words.stream().map(PostFilter::fold).collect(Collectors.toSet());
  }

  private static String fold(String word) {
    String compatible = Normalizer.normalize(word.trim(), Normalizer.Form.NFKC);
    return compatible.replaceFirst("^[@#]", "").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean test(EmbeddedPost post) {
    return (handles.isEmpty()
            || post.getHandle() != null && handles.contains(fold(post.getHandle())))
        && (hashtags.isEmpty() || post.getHashtags().stream().anyMatch(this::isWanted));
  }

  private boolean isWanted(String hashtag) {
    return hashtags.contains(fold(hashtag));
  }

  /** The filter in a stable form, for telling two filters apart and for people. */
  @Override
  public String toString() {
    return String.join(
            " ",
            List.of(
                String.join(" ", new TreeSet<>(handles).stream().map(h -> "@" + h).toList()),
                String.join(" ", new TreeSet<>(hashtags).stream().map(h -> "#" + h).toList())))
        .trim();
  }
}

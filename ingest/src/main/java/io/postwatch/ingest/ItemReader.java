// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest;

import io.postwatch.ingest.extract.PostExtractor;
import io.postwatch.ingest.source.Content;
import io.postwatch.ingest.source.UnreadableException;
import io.postwatch.schema.EmbeddedPost;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the posts of a document, and keeps those that are wanted. */
public final class ItemReader {
  private final PostExtractor extractor = new PostExtractor();
  private final PostSelection selection;

  public ItemReader(PostSelection selection) {
    this.selection = selection;
  }

  /**
   * What one document holds.
   *
   * @param found how many posts it embeds
   * @param kept the posts that are wanted
   * @param deletions what it tells of posts that are gone: whether they were wanted is not known
   */
  public record Reading(int found, List<EmbeddedPost> kept, List<EmbeddedPost> deletions) {
    /** All that is to be published. */
    public List<EmbeddedPost> published() {
      return Stream.concat(kept.stream(), deletions.stream()).toList();
    }
  }

  /**
   * Reads one document.
   *
   * @throws UnreadableException when it is not what it should be
   */
  public Reading read(Content content, Instant now) throws UnreadableException {
    Map<Boolean, List<EmbeddedPost>> byDeleted =
        posts(content, now).stream()
            .collect(Collectors.partitioningBy(post -> post.getDeletedAt() != null));
    List<EmbeddedPost> found = byDeleted.get(false);
    return new Reading(found.size(), selection.of(found), byDeleted.get(true));
  }

  /** One page that brings out a fault of ours must not stop the reading of all others for ever. */
  private List<EmbeddedPost> posts(Content content, Instant now) throws UnreadableException {
    try {
      return content.posts(extractor, now);
    } catch (RuntimeException | StackOverflowError e) {
      throw new UnreadableException("a fault in reading it: " + e);
    }
  }
}

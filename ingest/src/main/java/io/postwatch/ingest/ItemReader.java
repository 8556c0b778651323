// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest;

import io.postwatch.ingest.extract.PostExtractor;
import io.postwatch.ingest.source.Content;
import io.postwatch.ingest.source.UnreadableException;
import io.postwatch.schema.EmbeddedPost;
import java.time.Instant;
import java.util.List;

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
   * @param kept the posts that are to be published
   */
  public record Reading(int found, List<EmbeddedPost> kept) {}

  /**
   * Reads one document.
   *
   * @throws UnreadableException when it is not what it should be
   */
  public Reading read(Content content, Instant now) throws UnreadableException {
    List<EmbeddedPost> found = content.posts(extractor, now);
    return new Reading(found.size(), selection.of(found));
  }
}

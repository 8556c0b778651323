// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest;

import io.postwatch.ingest.extract.ContentDecoder;
import io.postwatch.ingest.extract.Document;
import io.postwatch.ingest.extract.PostExtractor;
import io.postwatch.ingest.extract.UnreadableContentException;
import io.postwatch.ingest.extract.html.Markup;
import io.postwatch.ingest.source.SourceItem;
import io.postwatch.ingest.source.UnreadableException;
import io.postwatch.schema.EmbeddedPost;
import java.time.Instant;
import java.util.List;

/** Reads an item of a source and finds its posts. */
public final class ItemReader {
  private final PostExtractor extractor = new PostExtractor();
  private final PostSelection selection;

  public ItemReader(PostSelection selection) {
    this.selection = selection;
  }

  /**
   * What one item holds.
   *
   * @param found how many posts it embeds
   * @param kept the posts that are to be published
   */
  public record Reading(int found, List<EmbeddedPost> kept) {}

  /**
   * Reads one item.
   *
   * @throws UnreadableException when its content cannot be had, or is neither HTML nor text
   */
  public Reading read(SourceItem item, Instant now) throws UnreadableException {
    return read(item.name(), item.read(), now);
  }

  /** As {@link #read(SourceItem, Instant)}, of content that is there already. */
  Reading read(String name, byte[] content, Instant now) throws UnreadableException {
    List<EmbeddedPost> found = extractor.extract(new Document(name, decode(content)), now);
    return new Reading(found.size(), selection.of(found));
  }

  private static String decode(byte[] content) throws UnreadableException {
    String text;
    try {
      text = ContentDecoder.decode(content);
    } catch (UnreadableContentException e) {
      throw new UnreadableException(e.getMessage());
    }
    if (Markup.hasTooManyTags(text)) {
      throw new UnreadableException("more than " + Markup.MAX_TAGS + " tags; expected one article");
    }
    return text;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import io.postwatch.ingest.extract.ContentDecoder;
import io.postwatch.ingest.extract.Document;
import io.postwatch.ingest.extract.PostExtractor;
import io.postwatch.ingest.extract.UnreadableContentException;
import io.postwatch.ingest.extract.html.Markup;
import io.postwatch.ingest.extract.skim.PageSkim;
import io.postwatch.schema.EmbeddedPost;
import java.time.Instant;
import java.util.List;

/**
 * An article in HTML or plain text.
 *
 * @param origin where it came from
 * @param place as in {@link Content#place()}
 * @param raw the bytes, at most {@link ContentDecoder#MAX_BYTES}
 */
public record Page(Origin origin, String place, byte[] raw) implements Content {
  private static final PageSkim SKIM = new PageSkim();

  @Override
  public List<EmbeddedPost> posts(PostExtractor extractor, Instant seenAt)
      throws UnreadableException {
    if (!SKIM.mayEmbed(raw, origin.charset())) {
      return List.of();
    }
    return extractor.extract(new Document(origin.source(), origin.address(), decoded()), seenAt);
  }

  private String decoded() throws UnreadableException {
    String text;
    try {
      text = ContentDecoder.decode(raw, origin.charset());
    } catch (UnreadableContentException e) {
      throw new UnreadableException(e.getMessage());
    }
    if (Markup.hasTooManyTags(text)) {
      throw new UnreadableException("more than " + Markup.MAX_TAGS + " tags; expected one article");
    }
    return text;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import io.postwatch.ingest.extract.PostExtractor;
import io.postwatch.schema.EmbeddedPost;
import java.time.Instant;
import java.util.List;

/**
 * A part of an input that is not what it should be.
 *
 * @param raw its bytes; null where they are not known
 * @param reason what is wrong with it
 */
public record BrokenContent(String place, byte[] raw, String reason) implements Content {
  /** One whose bytes are not known. */
  public BrokenContent(String place, String reason) {
    this(place, null, reason);
  }

  @Override
  public List<EmbeddedPost> posts(PostExtractor extractor, Instant seenAt)
      throws UnreadableException {
    throw new UnreadableException(reason);
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import io.postwatch.ingest.extract.PostExtractor;
import io.postwatch.schema.EmbeddedPost;
import java.time.Instant;
import java.util.List;

/** One document that may embed posts, or one that is a post. */
public interface Content {
  /** Where in its item it stands, e.g. {@code line 17}; empty for the whole of it. */
  String place();

  /** The bytes as they came, for a dead letter. */
  byte[] raw();

  /**
   * The posts in it, in order.
   *
   * @param seenAt the moment of reading
   * @throws UnreadableException when it is not what it should be
   */
  List<EmbeddedPost> posts(PostExtractor extractor, Instant seenAt) throws UnreadableException;
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import io.postwatch.ingest.extract.PostExtractor;
import io.postwatch.ingest.source.Content;
import io.postwatch.ingest.source.UnreadableException;
import io.postwatch.schema.EmbeddedPost;
import java.time.Instant;
import java.util.List;

/** One JSON value that should hold posts. */
record JsonContent(JsonFrames.Frame frame, JsonPosts posts) implements Content {
  @Override
  public String place() {
    return frame.place();
  }

  @Override
  public byte[] raw() {
    return frame.bytes();
  }

  @Override
  public List<EmbeddedPost> posts(PostExtractor extractor, Instant seenAt)
      throws UnreadableException {
    if (!frame.isWhole()) {
      throw new UnreadableException(
          "ends in the middle, or is larger than 4 MiB; expected a post as JSON");
    }
    return posts.of(BoundedJson.read(frame.bytes()), seenAt);
  }
}

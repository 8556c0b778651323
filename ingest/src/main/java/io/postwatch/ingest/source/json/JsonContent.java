// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.postwatch.ingest.extract.PostExtractor;
import io.postwatch.ingest.source.BrokenContent;
import io.postwatch.ingest.source.Content;
import io.postwatch.ingest.source.UnreadableException;
import io.postwatch.schema.EmbeddedPost;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * One JSON value that should be a post.
 *
 * @param bytes as it came; of an element of a list, written anew
 */
record JsonContent(String place, Supplier<byte[]> bytes, JsonParts.Part part, JsonPosts posts)
    implements Content {
  /** What stands in a frame: one content, or one for each element of a list. */
  static List<Content> of(JsonFrames.Frame frame, JsonPosts posts) {
    if (!frame.isWhole()) {
      return broken(frame, "ends in the middle, or is larger than 4 MiB; expected a post as JSON");
    }
    try {
      return of(frame, BoundedJson.read(frame.bytes()), posts);
    } catch (UnreadableException e) {
      return broken(frame, e.getMessage());
    }
  }

  private static List<Content> broken(JsonFrames.Frame frame, String reason) {
    return List.of(new BrokenContent(frame.place(), frame.bytes(), reason));
  }

  private static List<Content> of(JsonFrames.Frame frame, JsonNode value, JsonPosts posts) {
    boolean isList = JsonParts.isList(value);
    List<Content> contents = new ArrayList<>();
    for (JsonParts.Part part : JsonParts.of(value)) {
      contents.add(
          isList
              ? new JsonContent(
                  frame.place() + ", post " + (contents.size() + 1),
                  () -> part.value().toString().getBytes(StandardCharsets.UTF_8),
                  part,
                  posts)
              : new JsonContent(frame.place(), frame::bytes, part, posts));
    }
    return contents;
  }

  @Override
  public byte[] raw() {
    return bytes.get();
  }

  @Override
  public List<EmbeddedPost> posts(PostExtractor extractor, Instant seenAt)
      throws UnreadableException {
    return posts.of(part, seenAt);
  }
}

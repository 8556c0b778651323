// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source;

import io.postwatch.ingest.extract.PostExtractor;
import io.postwatch.schema.EmbeddedPost;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What comes of reading something to its end.
 *
 * @param posts all posts, in order
 * @param failures what could not be read, with its place
 * @param positions where reading would go on, after each content
 */
public record Reading(List<EmbeddedPost> posts, List<String> failures, List<Long> positions) {
  public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static final PostExtractor EXTRACTOR = new PostExtractor();

  public static Reading of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public static Reading of(byte[] bytes) {
    return of(new ByteArrayInputStream(bytes), 0);
  }

  public static Reading of(byte[] bytes, long from) {
    return of(new ByteArrayInputStream(bytes), from);
  }

  public static Reading of(InputStream in, long from) {
    return of("in", in, from);
  }

  public static Reading of(String source, InputStream in, long from) {
    Reading reading = new Reading(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    try (Contents contents = Formats.open(Origin.of(source), in, from)) {
      for (Optional<Content> next = contents.next(); next.isPresent(); next = contents.next()) {
        reading.take(next.get());
        reading.positions.add(contents.position());
      }
    } catch (UnreadableException e) {
      String where = e.place().isEmpty() ? "" : e.place() + ": ";
      reading.failures.add(where + e.getMessage());
    }
    return reading;
  }

  private void take(Content content) {
    try {
      posts.addAll(content.posts(EXTRACTOR, NOW));
    } catch (UnreadableException e) {
      failures.add(content.place() + ": " + e.getMessage());
    }
  }

  /** The only post. */
  public EmbeddedPost post() {
    if (posts.size() != 1 || !failures.isEmpty()) {
      throw new AssertionError("expected one post, got " + this);
    }
    return posts.get(0);
  }

  public List<String> texts() {
    return posts.stream().map(EmbeddedPost::getText).toList();
  }
}

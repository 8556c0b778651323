// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import io.postwatch.ingest.source.Content;
import io.postwatch.ingest.source.Contents;
import io.postwatch.ingest.source.Origin;
import io.postwatch.ingest.source.UnreadableException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.regex.Pattern;

/**
 * Posts as JSON: our own lines, answers and streams of X's, Mastodon's and Bluesky's APIs, archives
 * of X.
 */
public final class JsonContents implements Contents {
  /** An object, or an array of objects; prose in brackets does not look like that. */
  private static final Pattern START =
      Pattern.compile(
          "\\A(?:\u00ef\u00bb\u00bf)?+\\s*+(?:\\{\\s*+[\"}]|\\[\\s*+(?:[\\[{\\]]|\\z)|\\{\\s*+\\z)");

  private static final Pattern FIRST_LINE_GOES_ON =
      Pattern.compile(
          "\\A(?:\u00ef\u00bb\u00bf)?+\\s*+(?:\\[|[^\\n]*[\\[{,][ \\t\\r]*+(?:\\n|\\z))");

  private final JsonFrames frames;
  private final JsonPosts posts;
  private final Queue<Content> pending = new ArrayDeque<>();
  private long position;

  private JsonContents(JsonFrames frames, JsonPosts posts) {
    this.frames = frames;
    this.posts = posts;
  }

  /** True where a stream that begins like this holds JSON. */
  public static boolean isJson(String head) {
    return START.matcher(head).find() || XArchive.isArchive(head);
  }

  /**
   * The posts of a stream.
   *
   * @param head how it begins
   * @param from how many posts and other values to pass over
   */
  public static Contents open(Origin origin, String head, InputStream in, long from)
      throws UnreadableException {
    boolean isArchive = XArchive.isArchive(head);
    if (isArchive && !XArchive.isOfPosts(head)) {
      return new JsonContents(Optional::empty, new JsonPosts(origin, Optional.empty()));
    }
    boolean isOneALine = !isArchive && !FIRST_LINE_GOES_ON.matcher(head).find();
    JsonContents contents =
        new JsonContents(
            isOneALine ? new JsonLines(in) : new JsonValues(in),
            new JsonPosts(origin, isArchive ? XArchive.owner(origin.source()) : Optional.empty()));
    while (contents.position < from && contents.next().isPresent()) {
      continue;
    }
    return contents;
  }

  @Override
  public Optional<Content> next() throws UnreadableException {
    try {
      while (pending.isEmpty()) {
        Optional<JsonFrames.Frame> frame = frames.next();
        if (frame.isEmpty()) {
          return Optional.empty();
        }
        pending.addAll(JsonContent.of(frame.get(), posts));
      }
      position++;
      return Optional.of(pending.remove());
    } catch (IOException e) {
      throw new UnreadableException("behind value " + position, e.getMessage());
    }
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public void close() {}
}

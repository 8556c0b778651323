// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.postwatch.ingest.source.Origin;
import io.postwatch.ingest.source.UnreadableException;
import io.postwatch.schema.EmbeddedPost;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells by their fields what JSON values are, and reads the posts in them. */
final class JsonPosts {
  /** Clocks err, and days begin earlier in the east. */
  private static final Duration AHEAD = Duration.ofDays(1);

  /** What streams and searches send besides posts. */
  private static final Set<String> NOTICES =
      Set.of(
          "delete",
          "limit",
          "scrub_geo",
          "status_withheld",
          "user_withheld",
          "withheld_in_countries",
          "disconnect",
          "warning",
          "friends",
          "friends_str",
          "control",
          "event",
          "errors",
          "meta",
          "__twarc");

  private final Origin origin;
  private final Optional<XArchive.Owner> owner;

  /**
   * Reads what comes from an input.
   *
   * @param owner whose archive it is, where it is one and tells
   */
  JsonPosts(Origin origin, Optional<XArchive.Owner> owner) {
    this.origin = origin;
    this.owner = owner;
  }

  /**
   * The posts in a value, in order; none in notices such as a stream sends.
   *
   * @throws UnreadableException when it is no post that is known, or one with wrong fields
   */
  List<EmbeddedPost> of(JsonNode value, Instant seenAt) throws UnreadableException {
    Instant now = seenAt.truncatedTo(ChronoUnit.MILLIS);
    ApiRecords records = new ApiRecords(origin.source(), now, now.plus(AHEAD));
    List<EmbeddedPost> posts = new ArrayList<>();
    add(value, records, posts);
    return posts;
  }

  private void add(JsonNode value, ApiRecords records, List<EmbeddedPost> posts)
      throws UnreadableException {
    if (value.isArray() || value.path("statuses").isArray()) {
      for (JsonNode element : value.isArray() ? value : value.path("statuses")) {
        add(element, records, posts);
      }
    } else if (value.path("platform").isTextual()) {
      posts.add(new ExtractedPost(records).of(value));
    } else if (value.path("account").isObject() && value.has("content")) {
      posts.add(records.of(MastodonStatus.of(value, records.latest())));
    } else if (value.path("payload").isTextual()) {
      add(MastodonStatus.streamed(value), records, posts);
    } else {
      for (ApiPost post : ofX(value, records.latest())) {
        posts.add(records.of(post));
      }
    }
  }

  private List<ApiPost> ofX(JsonNode value, Instant latest) throws UnreadableException {
    if (value.path("tweet").isObject()) {
      return List.of(new XStatus(latest).archived(value.path("tweet"), owner));
    }
    if (value.path("data").isContainerNode()) {
      return XResponse.of(value).posts(latest);
    }
    if (value.has("id_str") || value.has("full_text")) {
      return List.of(new XStatus(latest).of(value));
    }
    if (value.path("id").isTextual() && value.has("text")) {
      return XResponse.ofTweet(value).posts(latest);
    }
    if (value.isObject() && (value.isEmpty() || isNotice(value))) {
      return List.of();
    }
    throw new UnreadableException(
        "no post that is known; expected a line of extract, or a post of X's or Mastodon's API");
  }

  private static boolean isNotice(JsonNode value) {
    return NOTICES.stream().anyMatch(value::has);
  }
}

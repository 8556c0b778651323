// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.postwatch.ingest.source.Origin;
import io.postwatch.ingest.source.UnreadableException;
import io.postwatch.schema.EmbeddedPost;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
  private final MastodonStream mastodon = new MastodonStream();

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
   * The post in a value, or the deletion of one; none in notices such as a stream sends.
   *
   * @throws UnreadableException when it is no post that is known, or one with wrong fields
   */
  List<EmbeddedPost> of(JsonParts.Part part, Instant seenAt) throws UnreadableException {
    Instant now = seenAt.truncatedTo(ChronoUnit.MILLIS);
    ApiRecords records = new ApiRecords(origin.source(), now, now.plus(AHEAD));
    return part.answer().isPresent()
        ? records(part.answer().get().post(part.value(), records.latest()), records)
        : of(part.value(), records);
  }

  private List<EmbeddedPost> of(JsonNode value, ApiRecords records) throws UnreadableException {
    if (value.path("platform").isTextual()) {
      return List.of(new ExtractedPost(records).of(value));
    }
    if (value.path("account").isObject() && value.has("content")) {
      return List.of(records.of(MastodonStatus.of(value, records.latest())));
    }
    if (value.path("payload").isTextual()) {
      return mastodon.read(value, records).stream().toList();
    }
    if (BlueskyEvent.isOne(value)) {
      return BlueskyEvent.read(value, records).stream().toList();
    }
    Optional<EmbeddedPost> deleted = XDeletion.read(value, records);
    return deleted.isPresent()
        ? List.of(deleted.get())
        : records(ofX(value, records.latest()), records);
  }

  private static List<EmbeddedPost> records(Optional<ApiPost> post, ApiRecords records) {
    return post.map(records::of).stream().toList();
  }

  private Optional<ApiPost> ofX(JsonNode value, Instant latest) throws UnreadableException {
    if (value.path("tweet").isObject()) {
      return Optional.of(new XStatus(latest).archived(value.path("tweet"), owner));
    }
    if (value.path("data").isObject()) {
      return XResponse.of(value).post(value.path("data"), latest);
    }
    if (value.has("id_str") || value.has("full_text")) {
      return Optional.of(new XStatus(latest).of(value));
    }
    if (value.path("id").isTextual() && value.has("text")) {
      return XResponse.NONE.post(value, latest);
    }
    if (value.isObject() && (value.isEmpty() || isNotice(value))) {
      return Optional.empty();
    }
    throw new UnreadableException(
        "no post that is known; expected a line of extract, or a post of X's, Mastodon's or"
            + " Bluesky's API");
  }

  private static boolean isNotice(JsonNode value) {
    return NOTICES.stream().anyMatch(value::has);
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.postwatch.ingest.source.UnreadableException;
import io.postwatch.schema.EmbeddedPost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * An event of Bluesky's Jetstream (github.com/bluesky-social/jetstream). It names accounts by their
 * DID only: a post's handle is not known, and its address has the DID.
 */
final class BlueskyEvent {
  private static final String POSTS = "app.bsky.feed.post";

  /** Bluesky's limit is 3,000 bytes; others may write what they like. */
  private static final int MAX_TEXT = 100_000;

  /** Of links in one post. */
  private static final int MAX_LINKS = 200;

  private static final Pattern DID = Pattern.compile("did:[a-z]{2,10}:[\\w.:%-]{3,100}");
  private static final Pattern RECORD_KEY = Pattern.compile("[\\w.~:-]{1,512}");

  private BlueskyEvent() {}

  static boolean isOne(JsonNode value) {
    return value.path("did").isTextual() && value.path("kind").isTextual();
  }

  /**
   * The post that was written, changed or deleted; empty for all else that accounts do.
   *
   * @throws UnreadableException when a post's event has wrong fields
   */
  static Optional<EmbeddedPost> read(JsonNode event, ApiRecords records)
      throws UnreadableException {
    JsonNode commit = event.path("commit");
    if (!commit.path("collection").asText().equals(POSTS)) {
      return Optional.empty();
    }
    String key = named(commit, "rkey", RECORD_KEY);
    Instant at = time(event, records.latest());
    return switch (commit.path("operation").asText()) {
      case "create" -> Optional.of(records.of(post(event, key, null, records.latest())));
      case "update" -> Optional.of(records.of(post(event, key, at, records.latest())));
      case "delete" -> Optional.of(records.deleted("bluesky", key, address(event, key), at));
      default -> throw new UnreadableException("operation: expected create, update or delete");
    };
  }

  private static ApiPost post(JsonNode event, String key, Instant editedAt, Instant latest)
      throws UnreadableException {
    JsonNode record = event.path("commit").path("record");
    if (!record.isObject()) {
      throw new UnreadableException("record: expected a post of Bluesky");
    }
    String text = JsonFields.text(record, "text", MAX_TEXT);
    String did = named(event, "did", DID);
    return new ApiPost(
        "bluesky",
        key,
        // The network knows the handle; the stream names the account by this alone.
        did,
        null,
        text == null ? "" : text,
        claimed(record, latest),
        links(record),
        address(event, key),
        did,
        null,
        editedAt);
  }

  private static String address(JsonNode event, String key) throws UnreadableException {
    return "https://bsky.app/profile/" + named(event, "did", DID) + "/post/" + key;
  }

  /** Accounts write what they like there; it is asked only where the key carries no time. */
  private static Instant claimed(JsonNode record, Instant latest) {
    try {
      return JsonFields.time(record, "createdAt", latest);
    } catch (UnreadableException wrong) {
      return null;
    }
  }

  private static List<String> links(JsonNode record) {
    List<String> links = new ArrayList<>();
    for (JsonNode facet : record.path("facets")) {
      for (JsonNode feature : facet.path("features")) {
        String uri = feature.path("uri").asText();
        boolean isSound =
            uri.length() <= JsonFields.MAX_NAME
                && uri.matches("https?://\\S++")
                && links.size() < MAX_LINKS;
        if (isSound && !links.contains(uri)) {
          links.add(uri);
        }
      }
    }
    return links;
  }

  private static String named(JsonNode object, String field, Pattern shape)
      throws UnreadableException {
    String name = JsonFields.name(object, field);
    if (name == null || !shape.matcher(name).matches()) {
      throw new UnreadableException(field + ": expected one of the AT protocol");
    }
    return name;
  }

  private static Instant time(JsonNode event, Instant latest) throws UnreadableException {
    JsonNode micros = event.path("time_us");
    if (!micros.isIntegralNumber() || !micros.canConvertToLong()) {
      throw new UnreadableException("time_us: expected microseconds since 1970");
    }
    Instant time = Instant.ofEpochMilli(TimeUnit.MICROSECONDS.toMillis(micros.longValue()));
    return JsonFields.believed("time_us", time, latest);
  }
}

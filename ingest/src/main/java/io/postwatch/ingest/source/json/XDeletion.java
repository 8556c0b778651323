// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.postwatch.ingest.source.UnreadableException;
import io.postwatch.schema.EmbeddedPost;
import java.time.Instant;
import java.util.Optional;

/** The deletion of a post, as X's streams tell it: of v1.1, and of compliance in v2. */
final class XDeletion {
  private XDeletion() {}

  /**
   * The deletion in a value; empty where it tells none.
   *
   * @throws UnreadableException when it tells one with wrong fields
   */
  static Optional<EmbeddedPost> read(JsonNode value, ApiRecords records)
      throws UnreadableException {
    JsonNode event = value.path("data").path("delete");
    if (event.isMissingNode()) {
      event = value.path("delete");
    }
    if (event.path("status").isObject()) {
      JsonNode status = event.get("status");
      String id = XStatus.id(status, status.has("id_str") ? "id_str" : "id");
      return Optional.of(records.deleted("x", id, null, millis(event, records.latest())));
    }
    if (event.path("tweet").isObject()) {
      String id = XStatus.id(event.get("tweet"), "id");
      Instant at = JsonFields.time(event, "event_at", records.latest());
      return Optional.of(records.deleted("x", id, null, at));
    }
    return Optional.empty();
  }

  private static Instant millis(JsonNode event, Instant latest) throws UnreadableException {
    String millis = JsonFields.id(event, "timestamp_ms");
    if (millis == null) {
      return null;
    }
    if (!millis.matches("\\d{1,15}")) {
      throw new UnreadableException("timestamp_ms: expected milliseconds since 1970");
    }
    return JsonFields.believed(
        "timestamp_ms", Instant.ofEpochMilli(Long.parseLong(millis)), latest);
  }
}

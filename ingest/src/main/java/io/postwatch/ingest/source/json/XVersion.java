// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.postwatch.ingest.extract.x.Snowflake;
import io.postwatch.ingest.extract.x.StatusLink;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which version of a post an object of X shows. An edit on X is a post of its own, with an id of
 * its own; what identifies all versions is the id of the first.
 *
 * @param first id of the first version
 * @param editedAt when this version was written; null for the first
 */
record XVersion(String first, Instant editedAt) {
  /** The first version's id in v2, in v1.1 and in archives, of posts as they were and edited. */
  private static final String[] FIRST = {
    "/edit_history_tweet_ids/0",
    "/edit_history/initial_tweet_id",
    "/edit_info/initial/editTweetIds/0",
    "/edit_info/edit/initialTweetId"
  };

  /** The version that a post shows; itself where nothing is said of others before it. */
  static XVersion of(JsonNode post, String id, Instant latest) {
    Optional<Instant> writtenAt = Snowflake.timeOf(Long.parseLong(id), latest);
    return writtenAt.isEmpty()
        ? new XVersion(id, null)
        : first(post)
            .filter(first -> Long.parseLong(first) < Long.parseLong(id))
            .map(first -> new XVersion(first, writtenAt.get()))
            .orElse(new XVersion(id, null));
  }

  private static Optional<String> first(JsonNode post) {
    return Stream.of(FIRST)
        .map(path -> post.at(path).asText())
        .filter(id -> id.matches("\\d{1,19}"))
        .flatMap(id -> StatusLink.of(id).stream())
        .map(StatusLink::id)
        .findFirst();
  }
}

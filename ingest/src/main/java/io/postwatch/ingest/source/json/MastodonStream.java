// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.postwatch.ingest.source.UnreadableException;
import io.postwatch.schema.EmbeddedPost;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Events of Mastodon's streaming API.
 *
 * <p>A deletion names the id that the status has on the server that was asked, which is not the one
 * at home by which we know it. So the latest that differ are remembered, in memory: a deletion of
 * an older one, or after a restart, finds no post and changes nothing.
 */
final class MastodonStream {
  private static final int MOST_REMEMBERED = 50_000;

  /** Numbers on Mastodon, words on servers of other software. */
  private static final Pattern ID = Pattern.compile("[\\w-]{1,100}");

  private static final Set<String> WITH_STATUS = Set.of("update", "status.update");

  private final Map<String, Home> homes =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Home> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  private record Home(String platform, String id) {}

  /** The post of an event, or its deletion; empty for events of other kinds. */
  Optional<EmbeddedPost> read(JsonNode event, ApiRecords records) throws UnreadableException {
    String kind = event.path("event").asText();
    if (WITH_STATUS.contains(kind)) {
      byte[] payload = event.get("payload").textValue().getBytes(StandardCharsets.UTF_8);
      return Optional.of(records.of(status(BoundedJson.read(payload), records)));
    }
    if (kind.equals("delete")) {
      String id = JsonFields.name(event, "payload");
      if (id == null || !ID.matcher(id).matches()) {
        throw new UnreadableException("payload: expected the id of a status");
      }
      Home home = homes.getOrDefault(id, new Home("mastodon", id));
      return Optional.of(records.deleted(home.platform(), home.id(), null, null));
    }
    return Optional.empty();
  }

  private ApiPost status(JsonNode status, ApiRecords records) throws UnreadableException {
    ApiPost post = MastodonStatus.of(status, records.latest());
    // A boost has an id of its own, and its deletion leaves the post where it is.
    if (!status.path("reblog").isObject()) {
      Home home = new Home(post.platform(), post.id());
      String asked = status.path("id").asText();
      if (!home.equals(new Home("mastodon", asked))) {
        homes.put(asked, home);
      }
    }
    return post;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.postwatch.ingest.extract.x.StatusLink;
import io.postwatch.ingest.source.UnreadableException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The surroundings of posts in an answer or a stream's line of X's API v2; reposts and quotes as in
 * {@link XStatus}.
 */
final class XResponse {
  private static final int MAX_TEXT = 100_000;

  /** Around a post by itself. */
  static final XResponse NONE = new XResponse(Map.of(), Map.of());

  private final Map<String, JsonNode> users;
  private final Map<String, JsonNode> others;

  private XResponse(Map<String, JsonNode> users, Map<String, JsonNode> others) {
    this.users = users;
    this.others = others;
  }

  /** What an answer includes beside its data, where that was asked for. */
  static XResponse of(JsonNode answer) {
    JsonNode includes = answer.path("includes");
    return new XResponse(byId(includes.path("users")), byId(includes.path("tweets")));
  }

  private static Map<String, JsonNode> byId(JsonNode objects) {
    Map<String, JsonNode> byId = new HashMap<>();
    objects.forEach(object -> byId.put(object.path("id").asText(), object));
    return byId;
  }

  /**
   * The post that an element of the data shows; empty where it is an account, which has a name
   * where posts have words.
   *
   * @throws UnreadableException when it is neither, or has wrong fields
   */
  Optional<ApiPost> post(JsonNode data, Instant latest) throws UnreadableException {
    if (!data.isObject()) {
      throw new UnreadableException("no post that is known; expected a post of X's API");
    }
    return data.has("text") ? Optional.of(shown(data, latest)) : Optional.empty();
  }

  private ApiPost shown(JsonNode tweet, Instant latest) throws UnreadableException {
    ApiPost post = tweet(tweet, latest);
    for (JsonNode reference : tweet.path("referenced_tweets")) {
      if (reference.path("type").asText().equals("retweeted")) {
        return original(reference, post, latest).passedOn(post.handle(), post.createdAt());
      }
    }
    return post;
  }

  private ApiPost original(JsonNode reference, ApiPost repost, Instant latest)
      throws UnreadableException {
    JsonNode included = others.getOrDefault(reference.path("id").asText(), reference);
    if (included.has("text")) {
      return tweet(included, latest);
    }
    // Not asked for: the repost has its author and the beginning of its words.
    String id = XStatus.id(reference, "id");
    Repost told = Repost.of(repost.text()).orElse(new Repost(null, repost.text()));
    String url = new StatusLink(id, told.handle()).url();
    return new ApiPost(
        "x", id, told.handle(), null, told.words(), null, repost.links(), url, told.handle(), null);
  }

  private ApiPost tweet(JsonNode tweet, Instant latest) throws UnreadableException {
    String id = XStatus.id(tweet, "id");
    JsonNode author =
        tweet.path("author").isObject()
            ? tweet.get("author")
            : users.getOrDefault(tweet.path("author_id").asText(), MissingNode.getInstance());
    String handle = XStatus.handle(author, "username");
    boolean isLong = tweet.path("note_tweet").path("text").isTextual();
    JsonNode whole = isLong ? tweet.get("note_tweet") : tweet;
    String raw = JsonFields.text(whole, "text", MAX_TEXT);
    XText text = XText.of(raw == null ? "" : raw, tweet.path("entities"), whole.path("entities"));
    XVersion version = XVersion.of(tweet, id, latest);
    return new ApiPost(
        "x",
        version.first(),
        handle,
        JsonFields.name(author, "name"),
        text.text(),
        JsonFields.time(tweet, "created_at", latest),
        text.links(),
        new StatusLink(id, handle).url(),
        handle,
        null,
        version.editedAt());
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.postwatch.ingest.extract.x.StatusLink;
import io.postwatch.ingest.source.UnreadableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An answer or a stream's line of X's API v2; reposts and quotes as in {@link XStatus}. */
final class XResponse {
  private static final int MAX_TEXT = 100_000;

  private final List<JsonNode> tweets = new ArrayList<>();
  private final Map<String, JsonNode> users;
  private final Map<String, JsonNode> others;

  private XResponse(Map<String, JsonNode> users, Map<String, JsonNode> others) {
    this.users = users;
    this.others = others;
  }

  /** A whole answer: data, and includes where they were asked for. */
  static XResponse of(JsonNode answer) {
    JsonNode includes = answer.path("includes");
    XResponse response = new XResponse(byId(includes.path("users")), byId(includes.path("tweets")));
    JsonNode data = answer.path("data");
    if (data.isObject()) {
      response.tweets.add(data);
    } else {
      data.forEach(response.tweets::add);
    }
    return response;
  }

  /** One post by itself. */
  static XResponse ofTweet(JsonNode tweet) {
    XResponse response = new XResponse(Map.of(), Map.of());
    response.tweets.add(tweet);
    return response;
  }

  private static Map<String, JsonNode> byId(JsonNode objects) {
    Map<String, JsonNode> byId = new HashMap<>();
    objects.forEach(object -> byId.put(object.path("id").asText(), object));
    return byId;
  }

  List<ApiPost> posts(Instant latest) throws UnreadableException {
    List<ApiPost> posts = new ArrayList<>();
    for (JsonNode tweet : tweets) {
      // Answers about accounts have names where posts have words.
      if (tweet.has("text")) {
        posts.add(shown(tweet, latest));
      }
    }
    return posts;
  }

  private ApiPost shown(JsonNode tweet, Instant latest) throws UnreadableException {
    ApiPost post = post(tweet, latest);
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
      return post(included, latest);
    }
    // Not asked for: the repost has its author and the beginning of its words.
    String id = XStatus.id(reference, "id");
    Repost told = Repost.of(repost.text()).orElse(new Repost(null, repost.text()));
    String url = new StatusLink(id, told.handle()).url();
    return new ApiPost(
        "x", id, told.handle(), null, told.words(), null, repost.links(), url, told.handle(), null);
  }

  private ApiPost post(JsonNode tweet, Instant latest) throws UnreadableException {
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
    return new ApiPost(
        "x",
        id,
        handle,
        JsonFields.name(author, "name"),
        text.text(),
        JsonFields.time(tweet, "created_at", latest),
        text.links(),
        new StatusLink(id, handle).url(),
        handle,
        null);
  }
}

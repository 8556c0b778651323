// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.schema.Article;
import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.TimeSource;
import java.time.Instant;
import java.util.List;

/** A post in the form that {@code extract} prints: what is not known is null. */
final class PostJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private PostJson() {}

  static ObjectNode of(EmbeddedPost post) {
    ObjectNode json = NODES.objectNode();
    json.put("platform", post.getPlatform());
    json.put("id", post.getId());
    json.put("handle", post.getHandle());
    json.put("author", post.getAuthor());
    json.put("text", post.getText().isEmpty() ? null : post.getText());
    // The moment of reading stands in for a time that is not known; it says nothing of the post.
    boolean isKnown = post.getPostedAtSource() != TimeSource.INGEST;
    json.put("postedAt", isKnown ? post.getPostedAt().toString() : null);
    json.put("postedAtPrecision", post.getPostedAtPrecision().name());
    json.put("postedAtSource", isKnown ? post.getPostedAtSource().name() : null);
    json.set("hashtags", array(post.getHashtags()));
    json.set("mentions", array(post.getMentions()));
    json.set("links", array(post.getLinks()));
    json.put("url", post.getUrl());
    json.set("article", article(post.getArticle()));
    json.put("source", post.getSource());
    json.set("watchLists", array(post.getWatchLists()));
    Instant editedAt = post.getEditedAt();
    json.put("editedAt", editedAt == null ? null : editedAt.toString());
    return json;
  }

  private static ObjectNode article(Article article) {
    ObjectNode json = NODES.objectNode();
    // Posts of a platform itself have no article with an address, but sightings all the same.
    json.put("key", article.getKey());
    json.put("url", article.getUrl());
    json.put("title", article.getTitle());
    Instant publishedAt = article.getPublishedAt();
    json.put("publishedAt", publishedAt == null ? null : publishedAt.toString());
    json.put("outlet", article.getOutlet());
    return json;
  }

  private static ArrayNode array(List<String> texts) {
    ArrayNode array = NODES.arrayNode();
    texts.forEach(array::add);
    return array;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.standalone.Newsroom.Post;

/**
 * A post in an article, and what is to be read from it.
 *
 * @param topic the one topic that it reports
 * @param country where, ISO 3166-1 alpha-2; its text names no place within
 * @param article the article's address
 * @param outlet whose article it is
 */
record Sighting(Post post, String topic, String country, String article, String outlet) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  String postKey() {
    return "x:" + post.id();
  }

  /** As {@code extract} prints it. */
  String json() {
    ObjectNode json = JSON.createObjectNode();
    json.put("platform", "x");
    json.put("id", Long.toString(post.id()));
    json.put("handle", post.handle());
    json.put("text", post.text());
    json.put("postedAt", post.writtenAt().toString());
    json.put("postedAtPrecision", "MILLIS");
    json.put("postedAtSource", "ID");
    json.putObject("article").put("url", article).put("outlet", outlet);
    return json.toString();
  }
}

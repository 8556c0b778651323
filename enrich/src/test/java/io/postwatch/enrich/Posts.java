// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import io.postwatch.schema.Article;
import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import java.time.Instant;
import java.util.List;

/** Posts for tests. */
final class Posts {
  static final Instant POSTED = Instant.parse("2024-03-05T00:00:00Z");
  static final Instant INGESTED = Instant.parse("2024-03-06T09:30:00Z");

  private Posts() {}

  static EmbeddedPost post(String text) {
    return EmbeddedPost.newBuilder()
        .setPostKey("x:1764890000000000000")
        .setPlatform("x")
        .setId("1764890000000000000")
        .setHandle("ada_field")
        .setText(text)
        .setPostedAt(POSTED)
        .setPostedAtPrecision(TimePrecision.DAY)
        .setPostedAtSource(TimeSource.PAGE)
        .setHashtags(List.of())
        .setMentions(List.of())
        .setLinks(List.of())
        .setUrl("https://x.com/ada_field/status/1764890000000000000")
        .setArticle(Article.newBuilder().setKey("https://news.example/a").build())
        .setSource("article.html")
        .setIngestedAt(INGESTED)
        .build();
  }
}

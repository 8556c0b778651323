// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.serde;

import io.postwatch.schema.Article;
import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Records for tests. */
final class Samples {
  static final Schema TREE =
      new Schema.Parser()
          .parse(
              """
              {"type": "record", "name": "Tree", "namespace": "example", "fields": [
                {"name": "species", "type": "string"},
                {"name": "height", "type": "int", "default": 0}]}""");

  private Samples() {}

  static GenericRecord tree(String species, int height) {
    GenericRecord tree = new GenericData.Record(TREE);
    tree.put("species", species);
    tree.put("height", height);
    return tree;
  }

  static EmbeddedPost post(String text) {
    EmbeddedPost post = new EmbeddedPost();
    post.setPostKey("x:1");
    post.setPlatform("x");
    post.setId("1");
    post.setHandle("weather_desk");
    post.setText(text);
    post.setPostedAt(Instant.ofEpochMilli(1_700_000_000_123L));
    post.setPostedAtPrecision(TimePrecision.MILLIS);
    post.setPostedAtSource(TimeSource.ID);
    post.setHashtags(List.of("Flood"));
    post.setMentions(List.of());
    post.setLinks(List.of("https://example.org/a"));
    post.setWatchLists(List.of("desk"));
    post.setArticle(article());
    post.setSource("test");
    post.setIngestedAt(Instant.ofEpochMilli(1_700_000_500_000L));
    return post;
  }

  private static Article article() {
    Article article = new Article();
    article.setKey("https://example.org/story");
    article.setTitle("River rises");
    article.setPublishedAt(Instant.ofEpochMilli(1_700_000_400_000L));
    return article;
  }
}

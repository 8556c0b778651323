// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.EnrichedPost;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import io.postwatch.schema.TopicMention;
import io.postwatch.serde.TrustedClasses;
import java.time.Instant;
import java.util.List;

/** Posts as the enrich stage publishes them, and ways to vary them. */
public final class EnrichedPosts {
  static {
    TrustedClasses.trustGeneratedRecords();
  }

  private EnrichedPosts() {}

  /** Post {@code post} by a handle of its own, seen in an article. */
  public static EnrichedPost post(String post, String text, String article) {
    return EnrichedPost.newBuilder()
        .setPost(
            EmbeddedPost.newBuilder()
                .setPostKey("x:" + post)
                .setPlatform("x")
                .setId(post)
                .setHandle("author" + post)
                .setText(text)
                .setPostedAt(Incidents.NOON)
                .setPostedAtPrecision(TimePrecision.MILLIS)
                .setPostedAtSource(TimeSource.ID)
                .setArticle(Incidents.article(article, "The " + article + " Times"))
                .setSource("test")
                .setIngestedAt(Incidents.NOON.plusSeconds(30))
                .build())
        .setTopics(List.of(new TopicMention("protest", 0.9, 0, Math.min(6, text.length()))))
        .build();
  }

  static EnrichedPost of(EnrichedPost post, EmbeddedPost.Builder changed) {
    return EnrichedPost.newBuilder(post).setPost(changed.build()).build();
  }

  static EnrichedPost by(EnrichedPost post, String handle) {
    return of(post, EmbeddedPost.newBuilder(post.getPost()).setHandle(handle));
  }

  static EnrichedPost tagged(EnrichedPost post, String... hashtags) {
    return of(post, EmbeddedPost.newBuilder(post.getPost()).setHashtags(List.of(hashtags)));
  }

  static EnrichedPost seenAt(EnrichedPost post, Instant at) {
    return of(post, EmbeddedPost.newBuilder(post.getPost()).setIngestedAt(at));
  }

  static EnrichedPost edited(EnrichedPost post, Instant at) {
    return of(post, EmbeddedPost.newBuilder(post.getPost()).setEditedAt(at));
  }

  public static EnrichedPost deleted(EnrichedPost post, Instant at) {
    return of(post, EmbeddedPost.newBuilder(post.getPost()).setText("").setDeletedAt(at));
  }
}

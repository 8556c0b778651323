// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest;

import io.postwatch.schema.Article;
import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import java.time.Instant;
import java.util.List;

/** Posts for tests that care about author and hashtags alone. */
public final class SamplePosts {
  private SamplePosts() {}

  public static EmbeddedPost post(String handle, String... hashtags) {
    return EmbeddedPost.newBuilder()
        .setPostKey("x:1")
        .setPlatform("x")
        .setHandle(handle)
        .setText("")
        .setPostedAt(Instant.EPOCH)
        .setPostedAtPrecision(TimePrecision.DAY)
        .setPostedAtSource(TimeSource.PAGE)
        .setHashtags(List.of(hashtags))
        .setArticle(Article.newBuilder().setKey("k").build())
        .setSource("-")
        .setIngestedAt(Instant.EPOCH)
        .build();
  }
}

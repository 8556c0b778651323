// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.ingest.extract.PostExtractor;
import io.postwatch.ingest.source.Content;
import io.postwatch.ingest.source.Contents;
import io.postwatch.ingest.source.Formats;
import io.postwatch.ingest.source.Origin;
import io.postwatch.ingest.source.UnreadableException;
import io.postwatch.schema.EmbeddedPost;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostJsonTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static final String POST =
      """
      {"id_str":"1897000000000000001","full_text":"Flood in #Lima","user":{"screen_name":"Ana"}}
      """;

  private static final String REPOST =
      "{\"id_str\":\"1897000000000000009\",\"user\":{\"screen_name\":\"Ben\"},\"retweeted_status\":"
          + POST.strip()
          + "}\n";

  @Test
  void whatExtractPrintsIsReadAsTheSamePosts() throws Exception {
    List<EmbeddedPost> posts = read(POST + REPOST);
    StringBuilder lines = new StringBuilder();
    posts.forEach(post -> lines.append(PostJson.of(post)).append('\n'));

    assertThat(posts)
        .extracting(post -> post.getArticle().getKey())
        .containsExactly("x:@ana", "x:@ben");
    assertThat(read(lines.toString())).isEqualTo(posts);
  }

  @Test
  void anEditedPostIsReadAgainAsOne() throws Exception {
    String edited =
        """
        {"data":{"id":"1897003000000000002","text":"Flood",\
        "edit_history_tweet_ids":["1897000000000000001","1897003000000000002"]}}
        """;

    EmbeddedPost post = read(edited).get(0);

    assertThat(PostJson.of(post).get("editedAt").asText()).isEqualTo("2025-03-04T19:15:34.468Z");
    assertThat(read(PostJson.of(post).toString())).containsExactly(post);
  }

  private static List<EmbeddedPost> read(String text) throws UnreadableException {
    List<EmbeddedPost> posts = new ArrayList<>();
    PostExtractor extractor = new PostExtractor();
    ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    try (Contents contents = Formats.open(Origin.of("in"), in, 0)) {
      for (Optional<Content> next = contents.next(); next.isPresent(); next = contents.next()) {
        posts.addAll(next.get().posts(extractor, NOW));
      }
    }
    return posts;
  }
}

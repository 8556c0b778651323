// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostExtractorTest {
  private static final Instant SEEN = Instant.parse("2026-11-22T10:00:00Z");

  private static List<EmbeddedPost> extract(String content) {
    return new PostExtractor().extract(new Document("-", content), SEEN);
  }

  @Test
  void aSignedParagraphOfPlainTextIsAPost() {
    List<EmbeddedPost> posts =
        extract(
            "The council met on Monday to discuss the floods.\n\n"
                + "Water is over the bridge in #Kisumu. pic.twitter.com/aB3dE5fG7h"
                + " — Wanjiru Otieno (@WanjiruOt) May 4, 2025\n\n"
                + "The minister left without a word.");

    assertThat(posts)
        .singleElement()
        .satisfies(
            post -> {
              assertThat(post.getText())
                  .isEqualTo("Water is over the bridge in #Kisumu. pic.twitter.com/aB3dE5fG7h");
              assertThat(post.getHandle()).isEqualTo("wanjiruot");
              assertThat(post.getAuthor()).isEqualTo("Wanjiru Otieno");
              assertThat(post.getPostedAt()).isEqualTo(Instant.parse("2025-05-04T00:00:00Z"));
              assertThat(post.getPostedAtPrecision()).isEqualTo(TimePrecision.DAY);
              assertThat(post.getPostedAtSource()).isEqualTo(TimeSource.PAGE);
              assertThat(post.getHashtags()).containsExactly("Kisumu");
              assertThat(post.getLinks()).containsExactly("pic.twitter.com/aB3dE5fG7h");
              assertThat(post.getPostKey()).matches("x:~[0-9a-f]{16}");
            });
  }

  @Test
  void aBlockquoteIsAPostTimedByItsId() {
    List<EmbeddedPost> posts =
        extract(
            "<p>Prose.</p><blockquote class=\"twitter-tweet\"><p>Bridge<br>gone.</p>&mdash; Wanjiru"
                + " (@WanjiruOt) <a href=\"https://twitter.com/WanjiruOt/status/1919000000000000000"
                + "?ref_src=twsrc%5Etfw\">May 4, 2025</a></blockquote>");

    assertThat(posts)
        .singleElement()
        .satisfies(
            post -> {
              assertThat(post.getPostKey()).isEqualTo("x:1919000000000000000");
              assertThat(post.getText()).isEqualTo("Bridge\ngone.");
              assertThat(post.getPostedAt()).isEqualTo(Instant.parse("2025-05-04T12:03:47.952Z"));
              assertThat(post.getPostedAtPrecision()).isEqualTo(TimePrecision.MILLIS);
            });
  }
}

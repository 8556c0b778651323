// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.ingest.source.Reading;
import io.postwatch.schema.EmbeddedPost;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class XVersionTest {
  private static final String FIRST = "1897000000000000001";
  private static final String SECOND = "1897003000000000002";
  private static final Instant FIRST_AT = Instant.parse("2025-03-04T19:03:39.212Z");
  private static final Instant SECOND_AT = Instant.parse("2025-03-04T19:15:34.468Z");

  @Test
  void anEditedPostIsIdentifiedByItsFirstVersionAndAddressedByItsOwn() {
    List<String> shapes =
        List.of(
            "{\"data\":{\"id\":\"%2$s\",\"text\":\"b\",\"edit_history_tweet_ids\":[\"%1$s\",\"%2$s\"]}}",
            "{\"id_str\":\"%2$s\",\"text\":\"b\",\"edit_history\":{\"initial_tweet_id\":\"%1$s\","
                + "\"edit_tweet_ids\":[\"%1$s\",\"%2$s\"]}}",
            "{\"tweet\":{\"id_str\":\"%2$s\",\"full_text\":\"b\",\"edit_info\":{\"initial\":"
                + "{\"editTweetIds\":[\"%1$s\",\"%2$s\"]}}}}",
            "{\"tweet\":{\"id_str\":\"%2$s\",\"full_text\":\"b\",\"edit_info\":{\"edit\":"
                + "{\"initialTweetId\":\"%1$s\"}}}}");

    assertThat(shapes)
        .allSatisfy(
            shape -> {
              EmbeddedPost post = Reading.of(shape.formatted(FIRST, SECOND)).post();
              assertThat(post.getPostKey()).isEqualTo("x:" + FIRST);
              assertThat(post.getId()).isEqualTo(FIRST);
              assertThat(post.getUrl()).isEqualTo("https://x.com/i/status/" + SECOND);
              assertThat(post.getPostedAt()).isEqualTo(FIRST_AT);
              assertThat(post.getEditedAt()).isEqualTo(SECOND_AT);
            });
  }

  @Test
  void theFirstVersionIsNotEditedWhateverCameAfterIt() {
    assertThat(v2(FIRST, FIRST, SECOND).getEditedAt()).isNull();
    assertThat(v2(FIRST, FIRST).getEditedAt()).isNull();
  }

  @Test
  void aHistoryThatCannotBeOneIsNotBelieved() {
    assertThat(v2(FIRST, SECOND, FIRST).getPostKey()).isEqualTo("x:" + FIRST);
    assertThat(v2(FIRST, "none").getPostKey()).isEqualTo("x:" + FIRST);
    assertThat(v2("9000000000000000000", FIRST).getEditedAt()).isNull();
  }

  private static EmbeddedPost v2(String id, String... history) {
    String ids = "\"" + String.join("\",\"", history) + "\"";
    return Reading.of(
            "{\"data\":{\"id\":\"%s\",\"text\":\"b\",\"edit_history_tweet_ids\":[%s]}}"
                .formatted(id, ids))
        .post();
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.ingest.source.Reading;
import io.postwatch.schema.EmbeddedPost;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class XDeletionTest {
  private static final Instant AT = Instant.parse("2025-03-04T19:30:00.500Z");

  @Test
  void deletionsOfV1AndV2HaveThePostsIdentityOnly() {
    String v1 =
        "{\"delete\":{\"status\":{\"id\":1897000000000000001,\"id_str\":\"1897000000000000001\","
            + "\"user_id_str\":\"5\"},\"timestamp_ms\":\"1741116600500\"}}";
    String v2 =
        "{\"data\":{\"delete\":{\"tweet\":{\"id\":\"1897000000000000001\",\"author_id\":\"5\"},"
            + "\"event_at\":\"2025-03-04T19:30:00.500Z\"}}}";

    assertThat(Reading.of(v1 + "\n" + v2).posts())
        .hasSize(2)
        .allSatisfy(
            gone -> {
              assertThat(gone.getPostKey()).isEqualTo("x:1897000000000000001");
              assertThat(gone.getDeletedAt()).isEqualTo(AT);
              assertThat(gone.getText()).isEmpty();
              assertThat(gone.getHandle()).isNull();
              assertThat(gone.getPostedAt()).isEqualTo(Instant.parse("2025-03-04T19:03:39.212Z"));
            });
  }

  @Test
  void theMomentOfReadingStandsInForATimeThatIsNotTold() {
    EmbeddedPost gone = Reading.of("{\"delete\":{\"status\":{\"id_str\":\"20\"}}}").post();

    assertThat(gone.getDeletedAt()).isEqualTo(Reading.NOW);
  }

  @Test
  void otherThingsThatAreDeletedAndWithheldAreNotices() {
    Reading reading =
        Reading.of(
            """
            {"delete":{"direct_message":{"id":7,"user_id":5}}}
            {"data":{"drop":{"tweet":{"id":"1897000000000000001"}}}}
            {"data":{"tweet_edit":{"tweet":{"id":"1897000000000000002"},\
            "initial_tweet_id":"1897000000000000001","event_at":"2025-03-04T19:30:00.500Z"}}}
            {"data":{"user_delete":{"user":{"id":"5"}}}}
            """);

    assertThat(reading.posts()).isEmpty();
    assertThat(reading.failures()).isEmpty();
  }

  @Test
  void aDeletionWithWrongFieldsIsADeadLetter() {
    Reading reading =
        Reading.of(
            """
            {"delete":{"status":{"id_str":"12ab"}}}
            {"delete":{"status":{"id_str":"20"},"timestamp_ms":"soon"}}
            {"data":{"delete":{"tweet":{"id":"20"},"event_at":"9999-01-01T00:00:00Z"}}}
            """);

    assertThat(reading.posts()).isEmpty();
    assertThat(reading.failures())
        .containsExactly(
            "line 1: id_str: expected the number of a post on X",
            "line 2: timestamp_ms: expected milliseconds since 1970",
            "line 3: event_at: expected a time from 1970 to now, not 9999-01-01T00:00:00Z");
  }
}

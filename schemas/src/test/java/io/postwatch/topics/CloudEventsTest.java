// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class CloudEventsTest {
  private static final CloudEvents POSTS = CloudEvents.of("postwatch.posts.v1").orElseThrow();
  private static final CloudEvents COUNTS =
      CloudEvents.of("postwatch.incident-counts.v1").orElseThrow();
  private static final byte[] KEY = "x:1".getBytes(UTF_8);

  @Test
  void typeAndSourceSayWhatATopicTellsAndWhichStageSaysSo() {
    assertThat(POSTS.type()).isEqualTo("io.postwatch.posts.v1");
    assertThat(POSTS.source()).isEqualTo("/postwatch/ingest");
    assertThat(COUNTS.source()).isEqualTo("/postwatch/aggregate");
  }

  @Test
  void theSameRecordHasTheSameIdWhoeverWritesItAndWhenever() {
    assertThat(POSTS.id(KEY, framed(7, "flood")))
        .matches("[0-9a-f]{32}")
        .isEqualTo(POSTS.id(KEY.clone(), framed(7, "flood")))
        // Written down, as consumers may keep ids for years.
        .isEqualTo("6a0e7ba7d8cb75e7874730cf73b6a4bb");
  }

  @Test
  void aRegistryThatNumbersSchemasOtherwiseChangesNoId() {
    assertThat(POSTS.id(KEY, framed(8, "flood"))).isEqualTo(POSTS.id(KEY, framed(7, "flood")));
    assertThat(COUNTS.id(framed(1, "key"), framed(2, "count")))
        .isEqualTo(COUNTS.id(framed(3, "key"), framed(4, "count")));
  }

  @Test
  void whatSaysSomethingElseHasAnotherId() {
    String id = POSTS.id(KEY, framed(7, "flood"));

    assertThat(POSTS.id(KEY, framed(7, "floods"))).isNotEqualTo(id);
    assertThat(POSTS.id("x:2".getBytes(UTF_8), framed(7, "flood"))).isNotEqualTo(id);
    assertThat(COUNTS.id(KEY, framed(7, "flood"))).isNotEqualTo(id);
    assertThat(POSTS.id("ab".getBytes(UTF_8), "c".getBytes(UTF_8)))
        .isNotEqualTo(POSTS.id("a".getBytes(UTF_8), "bc".getBytes(UTF_8)));
  }

  @Test
  void aRecordWithoutKeyOrValueHasAnIdToo() {
    assertThat(COUNTS.id(null, null)).isNotEqualTo(COUNTS.id(framed(1, "key"), null));
  }

  @Test
  void deadLettersAndWhatIsInternalAreNoEvents() {
    assertThat(CloudEvents.of(Topics.DEAD_LETTERS.name())).isEmpty();
    assertThat(CloudEvents.of(Topics.INGEST_POSITIONS.name())).isEmpty();
    assertThat(CloudEvents.of("postwatch-aggregate-counts-changelog")).isEmpty();
  }

  private static byte[] framed(int schemaId, String payload) {
    byte[] bytes = payload.getBytes(UTF_8);
    return ByteBuffer.allocate(5 + bytes.length).put((byte) 0).putInt(schemaId).put(bytes).array();
  }
}

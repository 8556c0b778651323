// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import static io.postwatch.schema.TimePrecision.MILLIS;
import static io.postwatch.schema.TimePrecision.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.ingest.extract.post.PostTime;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdTimeTest {
  private static final Instant LATEST = Instant.parse("2026-11-23T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "bluesky, 3krggwxq65s2b",
    "mastodon, 112365718740860970",
    "truthsocial, 112365718740861027",
    "instagram, C6bNENRABI0",
    "threads, C6bNENRABI0",
  })
  void theseIdsCarryMilliseconds(String platform, String id) {
    assertThat(IdTime.of(platform, id, LATEST)).contains(at("2024-05-01T12:00:00.123Z", MILLIS));
  }

  @Test
  void tikToksIdsCarrySeconds() {
    assertThat(IdTime.of("tiktok", "7363999742872793145", LATEST))
        .contains(at("2024-05-01T12:00:00Z", SECOND));
  }

  @Test
  void idsOfXCarryMilliseconds() {
    assertThat(IdTime.of("x", "1919000000000000000", LATEST))
        .contains(at("2025-05-04T12:03:47.952Z", MILLIS));
  }

  @ParameterizedTest
  @CsvSource({
    "youtube, aB3_dE5-gH7",
    "facebook, 1234567890123456",
    "reddit, 1op05cl",
    "telegram, demochannel/123",
    "vk, wall-123_456",
    // Plain counts, from before the ids had times.
    "x, 20",
    "mastodon, 4711",
    "instagram, C6bNE",
    // Keys that their authors chose, and ids of other software.
    "bluesky, my-first-post",
    "bluesky, zzzzzzzzzzzzz",
    "mastodon, AhYxkQ2mN4pR6sT8uV",
    "mastodon, 99999999999999999999",
    "tiktok, 9223372036854775807",
    "instagram, zzzzzzzzzzz",
  })
  void otherIdsCarryNone(String platform, String id) {
    assertThat(IdTime.of(platform, id, LATEST)).isEmpty();
  }

  @Test
  void timesAfterTheLatestAreNotBelieved() {
    Instant before = Instant.parse("2024-05-01T11:00:00Z");
    assertThat(IdTime.of("mastodon", "112365718740860970", before)).isEmpty();
  }

  private static PostTime at(String time, TimePrecision precision) {
    return new PostTime(Instant.parse(time), precision, TimeSource.ID);
  }
}

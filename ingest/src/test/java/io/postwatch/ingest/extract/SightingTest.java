// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.ingest.extract.html.PageArticle;
import io.postwatch.ingest.extract.post.FoundPost;
import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SightingTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Instant SHOWN = Instant.parse("2024-05-01T12:00:07Z");
  private static final LocalDate DAY = LocalDate.of(2024, 5, 2);

  private static EmbeddedPost sighting(
      String platform, String id, LocalDate shownDay, Instant shownAt) {
    FoundPost post =
        new FoundPost(platform, id, "Ana", null, "", shownDay, shownAt, List.of(), null);
    Document document = new Document("-", "");
    return new Sighting(
            document, PageArticle.at(Optional.empty()), NOW, NOW.plus(Duration.ofDays(1)))
        .of(post, null);
  }

  private static void assertTime(
      EmbeddedPost post, String time, TimePrecision precision, TimeSource source) {
    assertThat(post.getPostedAt()).isEqualTo(time);
    assertThat(post.getPostedAtPrecision()).isEqualTo(precision);
    assertThat(post.getPostedAtSource()).isEqualTo(source);
  }

  @Test
  void theIdsTimeComesBeforeAnythingShown() {
    assertTime(
        sighting("tiktok", "7363999742872793145", DAY, SHOWN),
        "2024-05-01T12:00:00Z",
        TimePrecision.SECOND,
        TimeSource.ID);
  }

  @Test
  void aShownMomentComesBeforeAShownDay() {
    assertTime(
        sighting("facebook", "1234567890", DAY, SHOWN),
        "2024-05-01T12:00:07Z",
        TimePrecision.SECOND,
        TimeSource.PAGE);
  }

  @Test
  void aShownDayComesBeforeTheMomentOfIngest() {
    assertTime(
        sighting("facebook", "1234567890", DAY, null),
        "2024-05-02T00:00:00Z",
        TimePrecision.DAY,
        TimeSource.PAGE);
    assertTime(
        sighting("youtube", "aB3_dE5-gH7", null, null),
        "2026-11-22T10:00:00Z",
        TimePrecision.UNKNOWN,
        TimeSource.INGEST);
  }

  @Test
  void theKeyIsPlatformAndId() {
    assertThat(sighting("telegram", "demochannel/123", null, null).getPostKey())
        .isEqualTo("telegram:demochannel/123");
  }
}

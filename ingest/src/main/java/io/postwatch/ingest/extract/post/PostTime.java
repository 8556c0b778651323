// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.post;

import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** When a post was written, how exactly that is known, and from where. */
public record PostTime(Instant at, TimePrecision precision, TimeSource source) {

  /** Read from the post's id. */
  public static PostTime ofId(Instant at) {
    return new PostTime(at, TimePrecision.MILLIS, TimeSource.ID);
  }

  /** Read from the day that the page shows; its time zone is not known, so UTC stands in. */
  public static PostTime ofShownDay(LocalDate day) {
    return new PostTime(
        day.atStartOfDay(ZoneOffset.UTC).toInstant(), TimePrecision.DAY, TimeSource.PAGE);
  }

  /** The article's date stands in: the post is older than the article, by how much is not known. */
  public static PostTime ofArticle(Instant published) {
    return new PostTime(published, TimePrecision.UNKNOWN, TimeSource.ARTICLE);
  }

  /** The moment of ingest stands in, because nothing else is known. */
  public static PostTime ofIngest(Instant seenAt) {
    return new PostTime(seenAt, TimePrecision.UNKNOWN, TimeSource.INGEST);
  }
}

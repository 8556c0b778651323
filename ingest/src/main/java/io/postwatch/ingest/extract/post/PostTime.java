// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.post;

import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** When a post was written, how exactly that is known, and from where. */
public record PostTime(Instant at, TimePrecision precision, TimeSource source) {

  /** Read from the post's id, to the millisecond. */
  public static PostTime ofId(Instant at) {
    return ofId(at, TimePrecision.MILLIS);
  }

  /** Read from the post's id, as exactly as that platform's ids tell. */
  public static PostTime ofId(Instant at, TimePrecision precision) {
    return new PostTime(at, precision, TimeSource.ID);
  }

  /** Read from what the page tells machines, as in {@code <time datetime>}. */
  public static PostTime ofShownTime(Instant at) {
    return new PostTime(at, TimePrecision.SECOND, TimeSource.PAGE);
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

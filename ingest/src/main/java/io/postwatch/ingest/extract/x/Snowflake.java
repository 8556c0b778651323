// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.x;

import java.time.Instant;
import java.util.Optional;

/**
 * The moment that an X post id carries: milliseconds since 2010-11-04T01:42:54.657Z in all but its
 * lowest 22 bits, by Twitter's Snowflake (github.com/twitter-archive/snowflake).
 */
public final class Snowflake {
  private static final long EPOCH_MILLIS = 1288834974657L;

  /** Ids were a plain count up to here, reached on 2010-11-04. */
  private static final long LAST_SEQUENTIAL = 29_700_859_247L;

  private Snowflake() {}

  /** When the post was written; empty for ids given before Snowflake and times after the latest. */
  public static Optional<Instant> timeOf(long id, Instant latest) {
    if (id <= LAST_SEQUENTIAL) {
      return Optional.empty();
    }
    Instant time = Instant.ofEpochMilli((id >> 22) + EPOCH_MILLIS);
    return time.isAfter(latest) ? Optional.empty() : Optional.of(time);
  }
}

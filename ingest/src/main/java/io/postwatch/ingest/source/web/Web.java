// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web;

import io.postwatch.ingest.source.web.Attempts.Patience;
import io.postwatch.ingest.source.web.fetch.Backoff;
import io.postwatch.ingest.source.web.fetch.Fetcher;
import io.postwatch.ingest.source.web.fetch.Time;
import io.postwatch.ingest.source.web.listing.ListingReader;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * What all sources on the web share.
 *
 * @param interval between two looks at the same address
 * @param isOnce true: each address is asked once
 * @param pages how many pages may be on their way or here unread
 */
record Web(
    Fetcher fetcher,
    ListingReader reader,
    Time time,
    Backoff backoff,
    Duration interval,
    boolean isOnce,
    Semaphore pages) {

  /** A run that is to end waits for seconds, one that watches for half an hour. */
  private static final Patience SHORT = new Patience(3, Duration.ofMinutes(1));

  private static final Patience LONG = new Patience(10, Duration.ofDays(1));

  Attempts attempts() {
    return new Attempts(time, backoff, isOnce ? SHORT : LONG);
  }
}

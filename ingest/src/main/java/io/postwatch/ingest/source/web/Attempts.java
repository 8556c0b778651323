// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web;

import io.postwatch.ingest.source.web.fetch.Backoff;
import io.postwatch.ingest.source.web.fetch.FetchException;
import io.postwatch.ingest.source.web.fetch.FetchException.Kind;
import io.postwatch.ingest.source.web.fetch.Time;
import io.postwatch.ingest.source.web.listing.BrokenListException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;

/** How often something has failed in a row, and when it is its turn again. */
final class Attempts {
  private final Time time;
  private final Backoff backoff;
  private final Patience patience;

  /**
   * When to give up.
   *
   * @param failures how many in a row are one too many
   * @param longestWait what is waited for the next try at the most
   */
  record Patience(int failures, Duration longestWait) {}

  private int failures;
  private Instant due = Instant.EPOCH;

  Attempts(Time time, Backoff backoff, Patience patience) {
    this.time = time;
    this.backoff = backoff;
    this.patience = patience;
  }

  boolean isDue() {
    return !due.isAfter(time.now());
  }

  void succeed(Duration next) {
    failures = 0;
    due = time.now().plus(next);
  }

  /**
   * Notes a failure; its turn comes again sooner where the failure may pass.
   *
   * @param least what is waited at least where the failure is here to stay
   * @return true where another try is of use
   */
  boolean fail(Throwable failure, Duration least) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    FetchException reason = FetchException.in(failure);
    if (cause instanceof BrokenListException || !reason.isPassing()) {
      failures++;
      Duration wait = backoff.after(failures, least);
      due = time.now().plus(wait.compareTo(least) < 0 ? least : wait);
      return false;
    }
    // What was not asked for has not failed.
    failures += reason.kind() == Kind.HELD ? 0 : 1;
    Duration wait = reason.retryAfter().orElseGet(() -> backoff.after(failures));
    due = time.now().plus(wait);
    return failures < patience.failures() && wait.compareTo(patience.longestWait()) <= 0;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import java.time.Duration;
import java.time.Instant;

/** The clock, and what happens later by it. */
public interface Time {
  Instant now();

  /** Runs the task on another thread, once the delay is over. */
  void after(Duration delay, Runnable task);
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The real clock, and a few threads for what happens by it. */
public final class PoolTime implements Time, AutoCloseable {
  private final ScheduledThreadPoolExecutor threads;

  /** The number of threads is the number of hosts that are asked at the same time. */
  public PoolTime(int threads) {
    this.threads = Daemons.scheduled("fetch", threads);
    this.threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public void after(Duration delay, Runnable task) {
    threads.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

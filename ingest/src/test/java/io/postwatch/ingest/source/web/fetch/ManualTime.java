// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock that stands still until it is moved; what is due then runs on the test's thread. */
public final class ManualTime implements Time {
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing(Task::at).thenComparing(Task::number));
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private int number;

  private record Task(Instant at, int number, Runnable action) {}

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void after(Duration delay, Runnable task) {
    tasks.add(new Task(now.plus(delay), number++, task));
  }

  /** Runs what is due now, and what becomes due by it. */
  public void run() {
    pass(Duration.ZERO);
  }

  public void pass(Duration duration) {
    Instant end = now.plus(duration);
    while (!tasks.isEmpty() && !tasks.peek().at().isAfter(end)) {
      Task task = tasks.remove();
      now = task.at().isAfter(now) ? task.at() : now;
      task.action().run();
    }
    now = end;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.health;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Asks a probe every few seconds and keeps the answer, so that whoever asks for the health of this
 * process neither waits nor puts load on others.
 */
final class Watched implements HealthCheck, AutoCloseable {
  private static final int INTERVAL_SECONDS = 5;

  /** An answer that is older says nothing: the probe hangs. */
  private static final long OUTDATED_NANOS = TimeUnit.SECONDS.toNanos(4 * INTERVAL_SECONDS);

  private final Probe probe;
  private final LongSupplier nanoTime;
  private final ScheduledExecutorService clock;
  private volatile Known known;

  private record Known(Status status, long nanos) {}

  private Watched(Probe probe, LongSupplier nanoTime, ScheduledExecutorService clock) {
    this.probe = probe;
    this.nanoTime = nanoTime;
    this.clock = clock;
  }

  static Watched of(String name, Probe probe) {
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "health-" + name);
              thread.setDaemon(true);
              return thread;
            });
    return of(probe, System::nanoTime, clock);
  }

  static Watched of(Probe probe, LongSupplier nanoTime, ScheduledExecutorService clock) {
    Watched watched = new Watched(probe, nanoTime, clock);
    clock.scheduleWithFixedDelay(watched::ask, 0, INTERVAL_SECONDS, TimeUnit.SECONDS);
    return watched;
  }

  private void ask() {
    try {
      known = new Known(probe.ask(), nanoTime.getAsLong());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // An exception would end the schedule.
      known = new Known(new Status(false, e.getClass().getSimpleName()), nanoTime.getAsLong());
    }
  }

  @Override
  public Status status() {
    Known latest = known;
    if (latest == null) {
      return new Status(false, "not asked yet");
    }
    return nanoTime.getAsLong() - latest.nanos() > OUTDATED_NANOS
        ? new Status(false, "no answer")
        : latest.status();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    probe.close();
  }
}

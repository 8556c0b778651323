// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps processes running as a service manager does: one that has ended, however it did, is started
 * again.
 */
final class Supervisor implements AutoCloseable {
  private static final long PATROL_MILLIS = 200;

  private final ScheduledExecutorService guard = Executors.newSingleThreadScheduledExecutor();
  private final Map<String, Service> services = new LinkedHashMap<>();
  private final Path log;
  private final long startNanos = System.nanoTime();

  private record Service(Object[] command, PostwatchProcess process, long startNanos) {}

  /** Tells what happens, and what processes that have ended left on standard error, in a file. */
  Supervisor(Path log) throws IOException {
    this.log = log;
    Files.deleteIfExists(log);
    guard.scheduleWithFixedDelay(
        this::restartEnded, PATROL_MILLIS, PATROL_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Runs a command of Postwatch's from now on. */
  synchronized void keep(String name, Object... command) throws IOException {
    services.put(name, new Service(command, PostwatchProcess.start(command), System.nanoTime()));
  }

  /** What the process that now runs under a name has written to standard error. */
  synchronized String said(String name) throws IOException {
    return services.get(name).process().err();
  }

  /** Ends a process by SIGKILL when the time has come; the guard then starts it again. */
  CompletableFuture<Void> killAfter(Duration delay, String name) {
    return CompletableFuture.runAsync(
        () -> kill(name),
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, guard));
  }

  private synchronized void kill(String name) {
    // One that lies dead at this moment cannot be killed.
    restartEnded();
    Service service = services.get(name);
    try {
      service.process().kill();
    } catch (InterruptedException e) {
      throw new IllegalStateException("killing " + name, e);
    }
    tell("%s killed after %.1f s".formatted(name, secondsSince(service.startNanos())));
  }

  private synchronized void restartEnded() {
    services.replaceAll(
        (name, service) -> service.process().isAlive() ? service : restarted(name, service));
  }

  private Service restarted(String name, Service service) {
    try (PostwatchProcess ended = service.process()) {
      tell(name + " had ended; it had said:\n" + ended.err());
      return new Service(
          service.command(), PostwatchProcess.start(service.command()), System.nanoTime());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tell(String what) {
    String line = String.format(Locale.ROOT, "%6.1f s: %s%n", secondsSince(startNanos), what);
    try {
      Files.writeString(log, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double secondsSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }

  /** Ends all of it. */
  @Override
  public synchronized void close() throws IOException {
    guard.shutdownNow();
    for (Map.Entry<String, Service> service : services.entrySet()) {
      try (PostwatchProcess process = service.getValue().process()) {
        tell(service.getKey() + " was running; it had said:\n" + process.err());
      }
    }
  }
}

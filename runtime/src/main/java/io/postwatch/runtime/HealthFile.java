// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rewrites a file every few seconds while a stage is at work, for a container's health check. */
final class HealthFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HealthFile.class);

  /** Often enough for a check that takes a file older than a minute for a stage that hangs. */
  private static final int INTERVAL_SECONDS = 5;

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "health");
            thread.setDaemon(true);
            return thread;
          });

  /** Goes on until {@link #close}. */
  void keep(Path file, Stage stage) {
    clock.scheduleWithFixedDelay(() -> write(file, stage), 0, INTERVAL_SECONDS, TimeUnit.SECONDS);
  }

  private static void write(Path file, Stage stage) {
    if (!stage.isWorking()) {
      return;
    }
    try {
      Files.writeString(file, "ok\n");
    } catch (IOException e) {
      LOG.warn("{}: cannot be written: {}", file, e.getMessage());
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}

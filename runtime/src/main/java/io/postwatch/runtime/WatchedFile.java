// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a file says now: a changed one is read again, and while it cannot be used the last good
 * content stays in force.
 */
public final class WatchedFile<T> implements Supplier<T> {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedFile.class);
  private static final long LOOK_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

  private final Path file;
  private final Function<Path, T> reading;
  private final Function<T, String> naming;
  private final LongSupplier nanoTime;
  private T content;
  private String version;
  private long lookedNanos;

  /**
   * Reads the file, and again whenever it has changed, as seen within a second.
   *
   * @param reading reads and checks it; throws what its message says where it cannot be used
   * @param naming what is in force then, for the log, such as "3 watch lists"
   */
  public WatchedFile(Path file, Function<Path, T> reading, Function<T, String> naming) {
    this(file, reading, naming, System::nanoTime);
  }

  /** The same by another clock. */
  public WatchedFile(
      Path file, Function<Path, T> reading, Function<T, String> naming, LongSupplier nanoTime) {
    this.file = file;
    this.reading = reading;
    this.naming = naming;
    this.nanoTime = nanoTime;
    this.version = version();
    this.content = reading.apply(file);
    this.lookedNanos = nanoTime.getAsLong();
  }

  @Override
  public synchronized T get() {
    long now = nanoTime.getAsLong();
    if (now - lookedNanos >= LOOK_EVERY_NANOS) {
      lookedNanos = now;
      readIfChanged();
    }
    return content;
  }

  private void readIfChanged() {
    String current = version();
    if (current.equals(version)) {
      return;
    }
    version = current;
    try {
      content = reading.apply(file);
      LOG.info("{}: {} are in force", file, naming.apply(content));
    } catch (RuntimeException e) {
      LOG.warn("{}; the {} read before stay in force", e.getMessage(), naming.apply(content));
    }
  }

  /** Changes when the file does, also by a rename over it, as editors and Kubernetes do. */
  private String version() {
    try {
      return Files.getLastModifiedTime(file) + " " + Files.size(file) + " " + file.toRealPath();
    } catch (IOException e) {
      return "absent";
    }
  }
}

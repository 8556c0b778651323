// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The watch lists as their file has them now: a changed file is read again, and while it cannot be
 * used the last good lists stay in force. For use by one thread.
 */
public final class WatchedLists implements Supplier<WatchLists> {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedLists.class);
  private static final long LOOK_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

  private final Path file;
  private final LongSupplier nanoTime;
  private WatchLists lists;
  private String version;
  private long lookedNanos;

  private WatchedLists(Path file, LongSupplier nanoTime) {
    this.file = file;
    this.nanoTime = nanoTime;
    this.version = version();
    this.lists = WatchListsFile.read(file);
    this.lookedNanos = nanoTime.getAsLong();
  }

  /**
   * Reads the file, and again whenever it has changed, as seen within a second.
   *
   * @throws WatchListsException when it cannot be used now
   */
  public static WatchedLists of(Path file) {
    return of(file, System::nanoTime);
  }

  static WatchedLists of(Path file, LongSupplier nanoTime) {
    return new WatchedLists(file, nanoTime);
  }

  @Override
  public WatchLists get() {
    long now = nanoTime.getAsLong();
    if (now - lookedNanos >= LOOK_EVERY_NANOS) {
      lookedNanos = now;
      readIfChanged();
    }
    return lists;
  }

  private void readIfChanged() {
    String current = version();
    if (current.equals(version)) {
      return;
    }
    version = current;
    try {
      lists = WatchListsFile.read(file);
      LOG.info("{}: {} watch lists are in force", file, lists.lists().size());
    } catch (WatchListsException e) {
      LOG.warn("{}; the watch lists read before stay in force", e.getMessage());
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

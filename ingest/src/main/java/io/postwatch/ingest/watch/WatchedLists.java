// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.watch;

import io.postwatch.runtime.WatchedFile;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The watch lists as their file has them now, or had them when it could be used last. */
public final class WatchedLists implements Supplier<WatchLists> {
  private final WatchedFile<WatchLists> file;

  private WatchedLists(WatchedFile<WatchLists> file) {
    this.file = file;
  }

  /**
   * Reads the file, and again whenever it has changed.
   *
   * @throws WatchListsException when it cannot be used now
   */
  public static WatchedLists of(Path file) {
    return of(file, System::nanoTime);
  }

  static WatchedLists of(Path file, LongSupplier nanoTime) {
    return new WatchedLists(
        new WatchedFile<>(
            file, WatchListsFile::read, lists -> lists.lists().size() + " watch lists", nanoTime));
  }

  @Override
  public WatchLists get() {
    return file.get();
  }
}

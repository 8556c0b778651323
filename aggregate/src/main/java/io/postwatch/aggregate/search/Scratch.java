// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/** Directories for files that are worth nothing after the process has ended. */
final class Scratch {
  private static final String PREFIX = "postwatch-search-";

  private Scratch() {}

  /**
   * Makes an empty directory, and deletes those that killed processes have left beside it.
   *
   * @param parent is made where it is missing; empty: the system's directory for temporary files,
   *     which the system clears
   */
  static Path make(Optional<Path> parent) throws IOException {
    if (parent.isEmpty()) {
      return Files.createTempDirectory(PREFIX);
    }
    Files.createDirectories(parent.get());
    for (Path left : in(parent.get())) {
      if (isUnused(left)) {
        delete(left);
      }
    }
    return Files.createTempDirectory(parent.get(), PREFIX);
  }

  private static List<Path> in(Path parent) throws IOException {
    try (Stream<Path> all = Files.list(parent)) {
      return all.filter(path -> path.getFileName().toString().startsWith(PREFIX)).toList();
    }
  }

  private static boolean isUnused(Path path) throws IOException {
    try (FSDirectory directory = FSDirectory.open(path);
        Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      lock.ensureValid();
      return true;
    } catch (LockObtainFailedException inUse) {
      return false;
    }
  }

  static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

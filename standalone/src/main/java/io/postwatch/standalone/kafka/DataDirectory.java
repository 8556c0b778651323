// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.kafka;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The directory that one process keeps everything in: broker log and Streams state.
 *
 * <p>Kafka takes its own lock only after its controller has appended to the metadata log, so a
 * second process would harm the first: ours is taken before anything else is touched.
 */
public final class DataDirectory implements AutoCloseable {
  private final Path path;
  private final FileChannel lock;

  private DataDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Opens, and creates if need be, a directory for this process alone.
   *
   * @throws IOException when the directory cannot be written, or another process is using it
   */
  public static DataDirectory open(Path path) throws IOException {
    Files.createDirectories(path);
    FileChannel channel =
        FileChannel.open(
            path.resolve("postwatch.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isFree(channel)) {
      channel.close();
      throw new IOException(
          "data directory " + path + " is in use by another postwatch; stop it or name another");
    }
    return new DataDirectory(path, channel);
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      FileLock held = channel.tryLock();
      return held != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  /** The broker's log directory. */
  public Path kafka() {
    return path.resolve("kafka");
  }

  /** Where Kafka Streams keeps its local state. */
  public Path streams() {
    return path.resolve("streams");
  }

  /** Releases the directory; its content stays. */
  @Override
  public void close() throws IOException {
    lock.close();
  }
}

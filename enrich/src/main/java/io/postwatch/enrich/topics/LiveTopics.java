// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topics as a user's file has them now: while it is watched, a changed file is read again, and
 * while it cannot be used the last good topics stay in force.
 *
 * <p>Safe to share between threads; each that asks gets the old topics or the new, never a mix.
 */
public final class LiveTopics implements Supplier<TopicFinder>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveTopics.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  private final Path file;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "topics");
            thread.setDaemon(true);
            return thread;
          });

  private volatile TopicFinder finder;
  private String version;

  private LiveTopics(Path file) throws IOException {
    this.file = file;
    this.version = version();
    this.finder = new TopicFinder(TopicsFile.read(file));
  }

  /**
   * Reads a file.
   *
   * @throws TopicsFileException when its content cannot be used now
   * @throws IOException when it cannot be read now; the message is one line that says why
   */
  public static LiveTopics of(Path file) throws IOException {
    return new LiveTopics(file);
  }

  @Override
  public TopicFinder get() {
    return finder;
  }

  /** Looks every few seconds, until {@link #close}, whether the file has changed. */
  public void watch() {
    watch(LOOK_EVERY);
  }

  void watch(Duration every) {
    long millis = every.toMillis();
    clock.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
  }

  /** Reads the file again if it has changed. */
  void look() {
    String current = version();
    if (current.equals(version)) {
      return;
    }
    version = current;
    try {
      TopicsFile topics = TopicsFile.read(file);
      finder = new TopicFinder(topics);
      LOG.info(
          "{}: in force from now on; topics: {}, patterns: {}",
          file,
          topics.topics().size(),
          topics.patterns());
    } catch (TopicsFileException | IOException e) {
      LOG.warn("{}; the topics read before stay in force", e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("{}: {}; the topics read before stay in force", file, e.toString());
    }
  }

  /**
   * Changes when the file does, also by a rename over it, as editors and Kubernetes do: that shows
   * in the path or the file's number where time and size are the same.
   */
  private String version() {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return now.lastModifiedTime()
          + " "
          + now.size()
          + " "
          + now.fileKey()
          + " "
          + file.toRealPath();
    } catch (IOException e) {
      return "absent";
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest;

import io.postwatch.ingest.source.Source;
import io.postwatch.ingest.source.Sources;
import io.postwatch.ingest.source.web.WebSources;
import io.postwatch.runtime.Causes;
import io.postwatch.runtime.Prerequisites;
import io.postwatch.runtime.Stage;
import io.postwatch.runtime.StageException;
import io.postwatch.topics.Topics;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ingest stage: sources in, {@code postwatch.posts.v1} out. */
public final class IngestStage implements Stage {
  private static final Logger LOG = LoggerFactory.getLogger(IngestStage.class);

  /** Between a failure that may pass and the next try. */
  private static final long PAUSE_MILLIS = 1000;

  /** Between two looks at what is on its way; a page takes longer than that to come. */
  private static final long PENDING_MILLIS = 100;

  private final IngestConfig config;
  private final IngestObserver observer;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "ingest");

  private IngestStage(IngestConfig config, IngestObserver observer) {
    this.config = config;
    this.observer = observer;
  }

  /**
   * Creates the stage's topics where they are missing and starts reading.
   *
   * @throws StageException when Kafka cannot be reached, or {@link Prerequisites} are not met
   */
  public static IngestStage start(IngestConfig config, IngestObserver observer)
      throws InterruptedException {
    Prerequisites.meet(
        config.kafka(), List.of(Topics.POSTS, Topics.INGEST_POSITIONS, Topics.DEAD_LETTERS));
    IngestStage stage = new IngestStage(config, observer);
    stage.thread.start();
    return stage;
  }

  private void run() {
    try {
      while (!isDone()) {
        LOG.info("ingest goes on from what is committed");
      }
      ended.complete(null);
    } catch (InterruptException e) {
      ended.complete(null);
    } catch (KafkaException e) {
      ended.completeExceptionally(new StageException("ingest failed: " + reason(e), e));
    } catch (RuntimeException | Error e) {
      ended.completeExceptionally(new StageException("ingest failed: " + e, e));
    }
  }

  /**
   * Reads and publishes until the input ends or the stage is stopped.
   *
   * @return false when the broker or the registry was away, so that what was open is to be done
   *     again, from the positions that are committed
   */
  private boolean isDone() {
    try (WebSources web = config.web();
        PostPublisher publisher = new PostPublisher(config)) {
      List<Source> sources = Sources.of(config.inputs(), System.in, web);
      IngestLoop loop =
          new IngestLoop(config.selection(), publisher, Positions.load(config.kafka()), observer);
      do {
        loop.pass(sources, this::isStopped);
      } while (!isEnd(loop, sources));
      return true;
    } catch (KafkaException e) {
      // What came from standard input is gone and cannot be read again.
      if (!Causes.include(e, RetriableException.class) || config.inputs().contains("-")) {
        throw e;
      }
      LOG.warn("ingest stopped on {}; trying again", reason(e));
      return isStoppedWithin(PAUSE_MILLIS);
    }
  }

  /**
   * Takes what was on its way while the sources were gone through; false when they are to be again.
   */
  private boolean isEnd(IngestLoop loop, List<Source> sources) {
    long next = System.nanoTime() + config.rescanInterval().toNanos();
    while (config.once() || System.nanoTime() < next) {
      List<Source> pending = sources.stream().filter(Source::isPending).toList();
      if (config.once() && pending.isEmpty()) {
        return true;
      }
      long left = TimeUnit.NANOSECONDS.toMillis(next - System.nanoTime());
      if (isStoppedWithin(pending.isEmpty() ? left : PENDING_MILLIS)) {
        return true;
      }
      loop.passAgain(pending, this::isStopped);
    }
    return false;
  }

  private static String reason(KafkaException e) {
    return e.getCause() == null
        ? e.getMessage()
        : e.getMessage() + ": " + e.getCause().getMessage();
  }

  private boolean isStopped() {
    return stop.getCount() == 0;
  }

  private boolean isStoppedWithin(long millis) {
    try {
      return stop.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  /** Waits for the end of finite input; input that is watched has none. */
  @Override
  public void drain() throws InterruptedException {
    try {
      ended.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StageException failure
          ? failure
          : new StageException("ingest failed: " + e.getCause(), e.getCause());
    }
  }

  @Override
  public CompletableFuture<Void> ended() {
    return ended;
  }

  @Override
  public void close() {
    stop.countDown();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // Reading standard input cannot be told to stop.
    thread.interrupt();
  }
}

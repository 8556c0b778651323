// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.serve;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Writes posts to the pipeline at an even pace, in a thread of its own, until it is closed. */
final class PostStream implements AutoCloseable {
  private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final AtomicLong written = new AtomicLong();
  private final Thread thread;
  private volatile boolean isOpen = true;
  private volatile IOException failure;

  PostStream(ServedPipeline pipeline, int perSecond) {
    InventedPosts posts = new InventedPosts();
    thread =
        new Thread(
            () -> {
              long start = System.nanoTime();
              try {
                while (isOpen) {
                  long due = (System.nanoTime() - start) * perSecond / 1_000_000_000L;
                  while (isOpen && written.get() < due) {
                    pipeline.write(posts.next(System.currentTimeMillis()));
                    written.incrementAndGet();
                  }
                  pipeline.flush();
                  TimeUnit.NANOSECONDS.sleep(TURN_NANOS);
                }
              } catch (IOException e) {
                failure = e;
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "posts");
    thread.start();
  }

  /** Posts that the pipeline has taken from the pipe. */
  long written() throws IOException {
    if (failure != null) {
      throw failure;
    }
    return written.get();
  }

  @Override
  public void close() {
    isOpen = false;
    thread.interrupt();
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime;

import java.util.concurrent.CompletableFuture;

/** A running stage of the pipeline. */
public interface Stage extends AutoCloseable {
  /**
   * Waits until all that had been published to the stage's input before this call is processed and
   * its results are published.
   *
   * @throws StageException when the stage fails meanwhile
   */
  void drain() throws InterruptedException;

  /** Completes, exceptionally where it failed, when the stage has ended by itself. */
  CompletableFuture<Void> ended();

  /** Whether the stage takes work at this moment; false while it starts, or waits for others. */
  default boolean isWorking() {
    return !ended().isDone();
  }

  /** What it is doing, in a word for people. */
  default String state() {
    return isWorking() ? "working" : "not working";
  }

  /** Stops the stage cleanly; what it has in hand is finished or left for the next start. */
  @Override
  void close();
}

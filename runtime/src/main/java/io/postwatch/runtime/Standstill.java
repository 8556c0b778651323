// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a wait without a limit say what it waits for, each time it has come no nearer for long. */
public final class Standstill {
  private static final Logger LOG = LoggerFactory.getLogger(Standstill.class);

  /** Longer than what a killed process left undone may hold up its successor: 10 to 20 s. */
  private static final Duration LONG = Duration.ofSeconds(30);

  private static final long LOOK_MILLIS = 1000;

  private final LongSupplier nanoTime;
  private final Consumer<String> listener;
  private long least = Long.MAX_VALUE;
  private long movedNanos;
  private long nextNanos;

  public Standstill() {
    this(System::nanoTime, LOG::warn);
  }

  Standstill(LongSupplier nanoTime, Consumer<String> listener) {
    this.nanoTime = nanoTime;
    this.listener = listener;
    restart();
  }

  private void restart() {
    movedNanos = nanoTime.getAsLong();
    nextNanos = movedNanos + LONG.toNanos();
  }

  /**
   * To be called again and again while waiting.
   *
   * @param left how much is left to wait for, in any unit
   * @param what who waits for what
   */
  public void look(long left, Supplier<String> what) {
    if (left < least) {
      least = left;
      restart();
    }
    long now = nanoTime.getAsLong();
    if (now - nextNanos >= 0) {
      nextNanos = now + LONG.toNanos();
      long seconds = TimeUnit.NANOSECONDS.toSeconds(now - movedNanos);
      listener.accept(what.get() + "; no nearer for " + seconds + " s");
    }
  }

  /** Waits until {@code done} is, well or not. */
  public void await(CompletableFuture<?> done, LongSupplier left, Supplier<String> what)
      throws InterruptedException {
    while (!done.isDone()) {
      try {
        done.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        look(left.getAsLong(), what);
      } catch (ExecutionException e) {
        return;
      }
    }
  }
}

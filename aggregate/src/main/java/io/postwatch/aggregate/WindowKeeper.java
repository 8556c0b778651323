// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.aggregate.counting.CountKey;
import io.postwatch.aggregate.counting.CountUpdate;
import io.postwatch.aggregate.state.CountingStores;
import io.postwatch.aggregate.state.Deadlines;
import io.postwatch.schema.IncidentCount;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;

/** Closes a task's windows when they are due and later forgets what they counted. */
final class WindowKeeper {
  /** Bounds one turn to some tens of milliseconds, so that input never waits long. */
  static final int MOST_A_TURN = 2_000;

  private final CountingRules rules;
  private final CountingStores stores;
  private final CountSink sink;
  private long lastInput;

  WindowKeeper(CountingRules rules, CountingStores stores, CountSink sink, long now) {
    this.rules = rules;
    this.stores = stores;
    this.sink = sink;
    this.lastInput = now;
  }

  void inputCame(long now) {
    lastInput = now;
  }

  /**
   * Does what is due at {@code now}, the wall clock's time; what is too much waits for the next.
   */
  void turn(long now) {
    if (isIdle(now)) {
      closeOnIdleStream(now);
    } else if (rules.lateness() == Lateness.DIVERT) {
      close(due(Deadlines.Kind.CLOSE, stores.clock().now()), now);
    }
    if (rules.lateness() == Lateness.DIVERT) {
      forget(now);
    }
  }

  /** Closes open windows whatever their time, as many as a turn may; returns how many. */
  int closeAll(long now) {
    List<byte[]> open = due(Deadlines.Kind.CLOSE, Long.MAX_VALUE);
    close(open, now);
    return open.size();
  }

  private boolean isIdle(long now) {
    return rules.idleAfter().filter(idle -> now - lastInput >= idle.toMillis()).isPresent();
  }

  // The clock follows only when a window closes: a silent task then has nothing to commit.
  private void closeOnIdleStream(long now) {
    List<byte[]> due = due(Deadlines.Kind.CLOSE, now);
    if (!due.isEmpty()) {
      stores.clock().advanceTo(now);
      close(due, now);
    }
  }

  private void close(List<byte[]> counts, long now) {
    for (byte[] count : counts) {
      IncidentCount open = stores.counts().get(Bytes.wrap(count));
      IncidentCount closed = CountUpdate.closed(open, Instant.ofEpochMilli(now));
      stores.counts().put(Bytes.wrap(count), closed);
      stores.deadlines().add(Deadlines.Kind.FORGET, now + rules.retention().toMillis(), count);
      sink.count(CountKey.of(count), closed);
    }
  }

  private void forget(long now) {
    int budget = MOST_A_TURN;
    for (byte[] count : due(Deadlines.Kind.FORGET, now)) {
      long keepUntil = keepUntil(count, now);
      if (keepUntil > now) {
        stores.deadlines().add(Deadlines.Kind.FORGET, keepUntil, count);
      } else {
        budget -= forget(count, budget, now);
      }
    }
  }

  // Corrections move the time on. A window that the clock has not closed may still get input.
  private long keepUntil(byte[] count, long now) {
    CountKey key = CountKey.of(count);
    boolean mayGetInput =
        rules
            .window(key.windowSize())
            .filter(window -> window.closesAt(key.windowStart()) > stores.clock().now())
            .isPresent();
    long changed = stores.counts().get(Bytes.wrap(count)).getUpdatedAt().toEpochMilli();
    return (mayGetInput ? now : changed) + rules.retention().toMillis();
  }

  private int forget(byte[] count, int budget, long now) {
    int removed = stores.members().remove(count, budget);
    if (removed < budget) {
      stores.counts().delete(Bytes.wrap(count));
    } else {
      stores.deadlines().add(Deadlines.Kind.FORGET, now, count);
    }
    return removed;
  }

  private List<byte[]> due(Deadlines.Kind kind, long until) {
    return stores.deadlines().take(kind, until, MOST_A_TURN);
  }
}

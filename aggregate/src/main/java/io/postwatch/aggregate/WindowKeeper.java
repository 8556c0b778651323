// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.aggregate.counting.CountKey;
import io.postwatch.aggregate.counting.CountUpdate;
import io.postwatch.aggregate.state.CountingStores;
import io.postwatch.aggregate.state.Deadlines;
import io.postwatch.schema.IncidentCount;
import java.time.Instant;
import java.util.List;

/** Closes a task's windows when they are due and later forgets what they counted. */
final class WindowKeeper {
  /** Bounds one turn to some tens of milliseconds, so that input never waits long. */
  static final int MOST_A_TURN = 2_000;

  private static final int FORGET_BATCH = 50;

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
      IncidentCount open = stores.counts().get(count);
      IncidentCount closed = CountUpdate.closed(open, Instant.ofEpochMilli(now));
      stores.counts().put(count, closed);
      stores.deadlines().add(Deadlines.Kind.FORGET, now + rules.retention().toMillis(), count);
      sink.count(CountKey.of(count), closed);
    }
  }

  // In small batches: what is left over when the turn ends has to be noted again.
  private void forget(long now) {
    int budget = MOST_A_TURN;
    while (budget > 0) {
      List<byte[]> due = stores.deadlines().take(Deadlines.Kind.FORGET, now, FORGET_BATCH);
      for (byte[] count : due) {
        budget -= 1 + forgetOrKeep(count, Math.max(budget, 0), now);
      }
      if (due.size() < FORGET_BATCH) {
        return;
      }
    }
  }

  private int forgetOrKeep(byte[] count, int budget, long now) {
    long keepUntil = keepUntil(count, now);
    if (keepUntil > now) {
      stores.deadlines().add(Deadlines.Kind.FORGET, keepUntil, count);
      return 0;
    }
    int removed = stores.members().remove(count, budget);
    if (removed < budget) {
      stores.counts().remove(count);
    } else {
      stores.deadlines().add(Deadlines.Kind.FORGET, now, count);
    }
    return removed;
  }

  // Corrections move the time on. A window that the clock has not closed may still get input.
  private long keepUntil(byte[] count, long now) {
    CountKey key = CountKey.of(count);
    boolean mayGetInput =
        rules
            .window(key.windowSize())
            .filter(window -> window.closesAt(key.windowStart()) > stores.clock().now())
            .isPresent();
    long changed = stores.counts().get(count).getUpdatedAt().toEpochMilli();
    return (mayGetInput ? now : changed) + rules.retention().toMillis();
  }

  private List<byte[]> due(Deadlines.Kind kind, long until) {
    return stores.deadlines().take(kind, until, MOST_A_TURN);
  }
}

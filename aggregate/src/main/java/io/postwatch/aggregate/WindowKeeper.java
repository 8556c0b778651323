// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.aggregate.counting.CountKey;
import io.postwatch.aggregate.state.CountingStores;
import io.postwatch.aggregate.state.Deadlines;
import io.postwatch.aggregate.state.PostState;
import io.postwatch.schema.Clock;
import java.util.List;

/** Closes a task's windows when they are due and later forgets what they counted. */
final class WindowKeeper {
  /** Bounds one turn to some tens of milliseconds, so that input never waits long. */
  static final int MOST_A_TURN = 2_000;

  private final CountingRules rules;
  private final CountingStores stores;
  private final CountPublisher publisher;
  private long lastInput;
  private long seenByThen;

  WindowKeeper(CountingRules rules, CountingStores stores, CountPublisher publisher, long now) {
    this.rules = rules;
    this.stores = stores;
    this.publisher = publisher;
    inputCame(now);
  }

  /** Notes when a record came, after it has moved the clocks. */
  void inputCame(long now) {
    lastInput = now;
    seenByThen = stores.clocks().now(Clock.SEEN);
  }

  /**
   * Does what is due at {@code now}, the wall clock's time; what is too much waits for the next.
   */
  void turn(long now) {
    publisher.publishDue(now, MOST_A_TURN);
    // Clocks that are not counted by (any more) may have left open windows behind.
    for (Clock clock : Clock.values()) {
      if (isIdle(now)) {
        closeInSilence(clock, now, now);
      } else if (rules.lateness() == Lateness.DIVERT) {
        close(clock, stores.clocks().now(clock), now);
        if (clock == Clock.SEEN && rules.idleAfter().isPresent()) {
          closeInSilence(clock, seenInSilence(now), now);
        }
      }
    }
    if (rules.lateness() == Lateness.DIVERT) {
      forget(now);
    }
  }

  /** Closes open windows whatever their time, as many as a turn may; returns how many. */
  int closeAll(long now) {
    int closed = 0;
    for (Clock clock : Clock.values()) {
      closed += close(clock, Long.MAX_VALUE, now);
    }
    return closed;
  }

  // At twice the pace of the wall clock, so that it makes up for what the stages were behind; a
  // pause in a backlog of hours closes what twice the pause is long enough for, and no more.
  private long seenInSilence(long now) {
    return Math.min(now, seenByThen + 2 * (now - lastInput));
  }

  private boolean isIdle(long now) {
    return rules.idleAfter().filter(idle -> now - lastInput >= idle.toMillis()).isPresent();
  }

  // The clock follows only when a window closes: a silent task then has nothing to commit.
  private void closeInSilence(Clock clock, long until, long now) {
    List<byte[]> due = due(clock, until);
    if (!due.isEmpty()) {
      stores.clocks().advance(clock, until);
      due.forEach(count -> close(count, now));
    }
  }

  private int close(Clock clock, long until, long now) {
    List<byte[]> due = due(clock, until);
    due.forEach(count -> close(count, now));
    return due.size();
  }

  private void close(byte[] count, long now) {
    if (!publisher.close(count, now)) {
      stores.deadlines().add(Deadlines.Kind.FORGET, now + rules.retention().toMillis(), count);
    }
  }

  private void forget(long now) {
    for (byte[] count : stores.deadlines().take(Deadlines.Kind.FORGET, now, MOST_A_TURN)) {
      forgetCount(count, now);
    }
    for (byte[] post : stores.deadlines().take(Deadlines.Kind.FORGET_POST, now, MOST_A_TURN)) {
      forgetPost(post, now);
    }
  }

  private void forgetCount(byte[] count, long now) {
    long keepUntil = keepUntil(count, now);
    if (keepUntil > now) {
      stores.deadlines().add(Deadlines.Kind.FORGET, keepUntil, count);
      return;
    }
    CountKey key = CountKey.of(count);
    stores.counts().remove(count);
    stores.clocks().forget(key.clock(), key.windowSize(), key.windowStart());
  }

  private void forgetPost(byte[] post, long now) {
    PostState state = stores.posts().get(post);
    if (state.isKept()) {
      return;
    }
    long keepUntil = state.touchedAt() + rules.postRetention().toMillis();
    if (keepUntil > now) {
      stores.deadlines().add(Deadlines.Kind.FORGET_POST, keepUntil, post);
    } else {
      stores.posts().remove(post);
    }
  }

  // Corrections move the time on. A window that the clock has not closed may still get input.
  private long keepUntil(byte[] count, long now) {
    CountKey key = CountKey.of(count);
    boolean mayGetInput =
        rules
            .window(key.clock(), key.windowSize())
            .filter(window -> window.closesAt(key.windowStart()) > stores.clocks().now(key.clock()))
            .isPresent();
    long changed = stores.counts().get(count).count().updatedAt();
    return (mayGetInput ? now : changed) + rules.retention().toMillis();
  }

  private List<byte[]> due(Clock clock, long until) {
    return stores.deadlines().take(Deadlines.Kind.close(clock), until, MOST_A_TURN);
  }
}

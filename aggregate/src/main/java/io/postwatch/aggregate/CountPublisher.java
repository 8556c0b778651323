// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.aggregate.counting.Count;
import io.postwatch.aggregate.counting.CountKey;
import io.postwatch.aggregate.state.CountState;
import io.postwatch.aggregate.state.CountingStores;
import io.postwatch.aggregate.state.Deadlines;
import io.postwatch.aggregate.state.Posts;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps a task's counts and publishes them: of an open window at a bounded rate, of a closed one at
 * once. What waits is noted in the stores, one deadline a key, so that neither a restart nor a
 * flood of keys loses it or fills the memory.
 */
final class CountPublisher {
  private final long intervalMillis;
  private final CountingStores stores;
  private final CountSink sink;
  private final WaitingCauses causes = new WaitingCauses();

  /**
   * @param interval least time between two provisional updates of a key
   */
  CountPublisher(Duration interval, CountingStores stores, CountSink sink) {
    this.intervalMillis = interval.toMillis();
    this.stores = stores;
    this.sink = sink;
  }

  /**
   * Keeps a changed count, and publishes it now or when its turn comes.
   *
   * @param before what was kept of the key; null for nothing
   * @param isKept whether a count that begins now is kept for ever
   * @param cause what changed it
   * @param now the wall clock's time, epoch milliseconds
   */
  void changed(byte[] key, CountState before, Count after, boolean isKept, Cause cause, long now) {
    boolean isKeptNow = before == null ? isKept : before.isKept();
    if (before == null || !after.isOpen() || mayPublish(before, now)) {
      boolean isPending = before != null && before.isPending();
      Optional<Cause> earlier = isPending ? causes.take(key) : Optional.empty();
      Cause all = earlier.map(waiting -> waiting.and(cause)).orElse(cause);
      publish(key, after, isKeptNow, Optional.of(all), now);
      return;
    }
    causes.add(key, cause);
    if (!before.isPending()) {
      waitFrom(before.publishedAt(), key);
    }
    stores.counts().put(key, new CountState(after, before.publishedAt(), true, isKeptNow));
  }

  /** Publishes what has waited long enough, at most {@code limit} counts. */
  void publishDue(long now, int limit) {
    for (byte[] key : stores.deadlines().take(Deadlines.Kind.PUBLISH, now, limit)) {
      CountState state = stores.counts().get(key);
      // Its window may have closed meanwhile, which published it.
      if (state != null && state.isPending()) {
        publishOrWait(key, state, now);
      }
    }
  }

  /**
   * Publishes the final count of a window, after the last provisional one if that still waits.
   *
   * @return whether the count is kept for ever
   */
  boolean close(byte[] key, long now) {
    CountState open = stores.counts().get(key);
    Optional<Cause> cause = causes.take(key);
    if (open.isPending()) {
      tell(key, open.count(), cause);
    }
    publish(key, open.count().closed(now), open.isKept(), cause, now);
    return open.isKept();
  }

  // This deadline may be that of an earlier change, which another one published before its turn.
  private void publishOrWait(byte[] key, CountState state, long now) {
    if (mayPublish(state, now)) {
      publish(key, state.count(), state.isKept(), causes.take(key), now);
    } else {
      waitFrom(state.publishedAt(), key);
    }
  }

  private void waitFrom(long publishedAt, byte[] key) {
    stores.deadlines().add(Deadlines.Kind.PUBLISH, publishedAt + intervalMillis, key);
  }

  private void publish(byte[] key, Count count, boolean isKept, Optional<Cause> cause, long now) {
    stores.counts().put(key, new CountState(count, now, false, isKept));
    tell(key, count, cause);
  }

  private void tell(byte[] key, Count count, Optional<Cause> cause) {
    CountKey counted = CountKey.of(key);
    sink.count(
        counted,
        count.published(post -> stores.posts().evidence(Posts.key(counted.topic(), post))),
        cause);
  }

  // Before its last update: the wall clock was set back, and waiting for it could take long.
  private boolean mayPublish(CountState before, long now) {
    return now - before.publishedAt() >= intervalMillis || now < before.publishedAt();
  }
}

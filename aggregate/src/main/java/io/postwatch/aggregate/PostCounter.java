// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.aggregate.counting.Count;
import io.postwatch.aggregate.counting.CountedPost;
import io.postwatch.aggregate.counting.Fingerprints;
import io.postwatch.aggregate.counting.PostChange;
import io.postwatch.aggregate.counting.PostId;
import io.postwatch.aggregate.counting.PostVersion;
import io.postwatch.aggregate.counting.Sighting;
import io.postwatch.aggregate.counting.Slot;
import io.postwatch.aggregate.counting.SlotChange;
import io.postwatch.aggregate.counting.Windows;
import io.postwatch.aggregate.state.CountState;
import io.postwatch.aggregate.state.CountingStores;
import io.postwatch.aggregate.state.Deadlines;
import io.postwatch.aggregate.state.PostState;
import io.postwatch.aggregate.state.Posts;
import io.postwatch.aggregate.windows.WindowRule;
import io.postwatch.schema.Incident;
import io.postwatch.schema.Retraction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Keeps what is known of a task's posts, and changes the counts that they are in. */
final class PostCounter {
  private static final int ALL = -1;

  private final CountingRules rules;
  private final Windows windows;
  private final CountingStores stores;
  private final CountPublisher publisher;
  private final Fingerprints fingerprints = new Fingerprints();

  PostCounter(CountingRules rules, CountingStores stores, CountPublisher publisher) {
    this.rules = rules;
    this.windows = new Windows(rules.windows());
    this.stores = stores;
    this.publisher = publisher;
  }

  /**
   * Counts an incident, or takes back what was counted.
   *
   * @param missed the windows that missed it, when it is replayed; it counts in no others
   * @param cause the record that brought it
   * @param now the wall clock's time, epoch milliseconds
   * @return the windows that it is too late for
   */
  List<WindowRule> count(Incident incident, Missed missed, Cause cause, long now) {
    PostId post = fingerprints.post(incident.getPostKey());
    byte[] key = Posts.key(incident.getTopic(), post);
    PostState state = stores.posts().get(key);
    CountedPost before = state == null ? CountedPost.UNSEEN : state.post();
    long edited = millis(incident.getEditedAt());
    if (incident.getRetraction() != null) {
      long until = incident.getRetraction() == Retraction.EDITED ? edited : CountedPost.FOR_EVER;
      keep(incident, post, key, state, before.withdrawn(until), false, cause, now);
      return List.of();
    }
    if (before.isDeleted()) {
      return List.of();
    }
    PostVersion version = PostVersion.of(incident, post, fingerprints);
    CountedPost known = before.knowing(version, edited);
    long seenAt = incident.getIngestedAt().toEpochMilli();
    Sighting fresh =
        known.fresh(
            version,
            fingerprints.article(incident.getArticle().getKey()),
            fingerprints.outlet(incident.getArticle().getOutlet()),
            seenAt,
            where(version, seenAt, ALL, (window, start) -> missed.includes(windows.rule(window))),
            windows);
    int closed = where(version, seenAt, fresh.windows(), this::isClosed);
    int refused = missed.isReplay() ? where(version, seenAt, closed, this::isForgotten) : closed;
    int open = fresh.windows() & ~refused;
    if (open != 0) {
      known = known.seen(fresh.in(open));
    }
    // A new reading alone counts nothing, but that a post was edited changes what was counted.
    if (open != 0 || known.isEdited()) {
      keep(incident, post, key, state, known, (open & closed) != 0, cause, now);
    }
    return rules(refused);
  }

  /** What may be so of a window that a sighting is in. */
  private interface WindowTest {
    boolean holds(int window, long start);
  }

  /** The windows among some, a bit each, that a sighting is in and of which something is so. */
  private int where(PostVersion version, long seenAt, int among, WindowTest test) {
    int found = 0;
    for (int window = 0; window < windows.count(); window++) {
      if ((among & 1 << window) != 0) {
        OptionalLong start = windows.start(window, version, seenAt);
        if (start.isPresent() && test.holds(window, start.getAsLong())) {
          found |= 1 << window;
        }
      }
    }
    return found;
  }

  // By the clock alone, so that a window is closed for all places or for none.
  private boolean isClosed(int window, long start) {
    WindowRule rule = windows.rule(window);
    return rules.lateness() == Lateness.DIVERT
        && rule.closesAt(start) <= stores.clocks().now(rule.clock());
  }

  private boolean isForgotten(int window, long start) {
    WindowRule rule = windows.rule(window);
    return stores.clocks().hasForgotten(rule.clock(), rule.size(), start);
  }

  private void keep(
      Incident incident,
      PostId post,
      byte[] key,
      PostState state,
      CountedPost after,
      boolean isKept,
      Cause cause,
      long now) {
    CountedPost before = state == null ? CountedPost.UNSEEN : state.post();
    if (after == before) {
      return;
    }
    boolean isKeptNow = isKept || state != null && state.isKept();
    stores.posts().put(key, new PostState(after, now, isKeptNow));
    if (state == null) {
      stores
          .deadlines()
          .add(Deadlines.Kind.FORGET_POST, now + rules.postRetention().toMillis(), key);
    }
    PostChange change = new PostChange(post, incident.getPostKey(), before, after, windows);
    for (Slot slot : change.slots()) {
      apply(change.in(slot), incident.getTopic(), cause, now);
    }
  }

  private void apply(SlotChange change, String topic, Cause cause, long now) {
    Slot slot = change.slot();
    WindowRule rule = windows.rule(slot.window());
    byte[] key = slot.key(topic, rule).bytes();
    CountState state = stores.counts().get(key);
    boolean isClosed = isClosed(slot.window(), slot.start());
    if (state == null) {
      // A count that is not there any more must not begin anew: it would replace the larger one.
      if (!change.isFirst() || isClosed && isForgotten(slot.window(), slot.start())) {
        return;
      }
      stores.deadlines().add(Deadlines.Kind.close(rule.clock()), rule.closesAt(slot.start()), key);
    }
    Count before = state == null ? Count.empty(change.placeName(), now) : state.count();
    Count after = change.applied(before, rules.exactUpTo(), now);
    if (after != before) {
      publisher.changed(key, state, after, isClosed, cause, now);
    }
  }

  private List<WindowRule> rules(int some) {
    List<WindowRule> named = new ArrayList<>(0);
    for (int window = 0; window < windows.count(); window++) {
      if ((some & 1 << window) != 0) {
        named.add(windows.rule(window));
      }
    }
    return named;
  }

  private static long millis(Instant time) {
    return time == null ? 0 : time.toEpochMilli();
  }
}

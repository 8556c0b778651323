// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.view;

import io.postwatch.aggregate.counting.CountedPost;
import io.postwatch.schema.Incident;
import io.postwatch.schema.Retraction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A topic that a post reports, as it is shown: what {@link CountedPost} knows of it for the counts
 * is not repeated here.
 *
 * @param firstSeen epoch milliseconds
 * @param lastSeen the end of the minute in which it was seen last, so that a busy post is written
 *     once a minute
 * @param editedAt of the newest version, epoch milliseconds; 0 where it is not known to be edited
 * @param withdrawn as in {@link CountedPost}
 * @param articles the first that showed it
 * @param versions what it says at each place and time that its sightings have, the newest last;
 *     since it was edited, in its newest version
 */
public record KnownIncident(
    long firstSeen,
    long lastSeen,
    long editedAt,
    long withdrawn,
    List<ShownIn> articles,
    List<Incident> versions) {
  public static final int MOST_ARTICLES = 5;

  /** As many as are counted. */
  static final int MOST_VERSIONS = 32;

  static final KnownIncident UNSEEN =
      new KnownIncident(Long.MAX_VALUE, 0, 0, -1, List.of(), List.of());

  private static final long MINUTE = 60_000;

  /** What is known after one more incident; this very one when that says nothing new. */
  KnownIncident after(Incident incident, ShownIn shown) {
    if (incident.getRetraction() != null) {
      boolean isEdit = incident.getRetraction() == Retraction.EDITED;
      return withdrawn(isEdit ? millis(incident.getEditedAt()) : CountedPost.FOR_EVER);
    }
    if (withdrawn == CountedPost.FOR_EVER) {
      return this;
    }
    long edited = millis(incident.getEditedAt());
    List<Incident> after = versions(incident, edited);
    List<ShownIn> shownIn =
        shown.isIn(articles) ? articles : shown.addedTo(articles, MOST_ARTICLES);
    long first = Math.min(firstSeen, shown.seenAt());
    long last = Math.max(lastSeen, shown.seenAt() - shown.seenAt() % MINUTE + MINUTE - 1);
    if (after == versions && shownIn == articles && first == firstSeen && last == lastSeen) {
      return this;
    }
    return new KnownIncident(first, last, Math.max(edited, editedAt), withdrawn, shownIn, after);
  }

  private List<Incident> versions(Incident incident, long edited) {
    if (edited > editedAt) {
      return List.of(ShownVersion.brief(incident));
    }
    if (edited < editedAt || versions.size() >= MOST_VERSIONS) {
      return versions;
    }
    for (Incident known : versions) {
      if (ShownVersion.countsAlike(known, incident)) {
        return versions;
      }
    }
    List<Incident> more = new ArrayList<>(versions);
    more.add(ShownVersion.brief(incident));
    return List.copyOf(more);
  }

  private KnownIncident withdrawn(long until) {
    if (until <= withdrawn) {
      return this;
    }
    List<Incident> left =
        until == CountedPost.FOR_EVER
            ? versions.stream().map(ShownVersion::withoutText).toList()
            : versions;
    return new KnownIncident(firstSeen, lastSeen, editedAt, until, articles, left);
  }

  /** Why the post does not report the topic any more; empty where it does. */
  public Optional<Retraction> retraction() {
    if (editedAt > withdrawn) {
      return Optional.empty();
    }
    return Optional.of(withdrawn == CountedPost.FOR_EVER ? Retraction.DELETED : Retraction.EDITED);
  }

  /** Whether there is something to be found. */
  boolean isStanding() {
    return !versions.isEmpty() && retraction().isEmpty();
  }

  /** The version to show to one who asks for a place: empty for any. */
  public Incident shownAt(String place) {
    for (int i = versions.size() - 1; i >= 0; i--) {
      if (ShownVersion.isAt(versions.get(i), place)) {
        return versions.get(i);
      }
    }
    return versions.get(versions.size() - 1);
  }

  private static long millis(Instant time) {
    return time == null ? 0 : time.toEpochMilli();
  }
}

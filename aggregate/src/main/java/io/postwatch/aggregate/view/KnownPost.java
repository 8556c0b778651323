// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.view;

import io.postwatch.schema.EnrichedPost;
import java.time.Instant;
import java.util.List;

/**
 * A post as it is shown.
 *
 * @param firstSeen epoch milliseconds
 * @param lastSeen the end of the minute in which it was seen last, so that a busy post is written
 *     once a minute
 * @param sightings articles in which it was seen; beyond {@value #MOST_ARTICLES} those that are
 *     seen again count again
 * @param editedAt of the version, epoch milliseconds; 0 where it is not known to be edited
 * @param deletedAt epoch milliseconds; 0 where it is not known to be deleted
 * @param articles the first that showed it
 * @param post its newest version; of those edited at the same time the one with most text, since
 *     articles cut texts; without its text once it is deleted
 */
public record KnownPost(
    long firstSeen,
    long lastSeen,
    long sightings,
    long editedAt,
    long deletedAt,
    List<ShownIn> articles,
    EnrichedPost post) {
  public static final int MOST_ARTICLES = 100;

  private static final long MINUTE = 60_000;

  /** A post seen for the first time. */
  static KnownPost of(EnrichedPost post, ShownIn shown) {
    return new KnownPost(
            shown.seenAt(), endOfMinute(shown.seenAt()), 0, 0, 0, List.of(), ShownPost.brief(post))
        .after(post, shown);
  }

  /** What is known after one more sighting; this very one when that says nothing new. */
  KnownPost after(EnrichedPost seen, ShownIn shown) {
    long deleted = millis(seen.getPost().getDeletedAt());
    if (deleted > 0) {
      return isDeleted() ? this : deleted(deleted);
    }
    boolean isNew = !shown.isIn(articles);
    long edited = millis(seen.getPost().getEditedAt());
    EnrichedPost newest = isDeleted() ? post : newest(seen, edited);
    long first = Math.min(firstSeen, shown.seenAt());
    long last = Math.max(lastSeen, endOfMinute(shown.seenAt()));
    if (!isNew && newest == post && first == firstSeen && last == lastSeen) {
      return this;
    }
    return new KnownPost(
        first,
        last,
        isNew ? sightings + 1 : sightings,
        Math.max(edited, editedAt),
        deletedAt,
        isNew ? shown.addedTo(articles, MOST_ARTICLES) : articles,
        newest);
  }

  private EnrichedPost newest(EnrichedPost seen, long edited) {
    boolean isFuller = seen.getPost().getText().length() > post.getPost().getText().length();
    boolean isNewer = edited > editedAt || edited == editedAt && isFuller;
    EnrichedPost brief = isNewer ? ShownPost.brief(seen) : post;
    // A text cut to the bound would be fuller each time.
    return brief.equals(post) ? post : brief;
  }

  private KnownPost deleted(long at) {
    return new KnownPost(
        firstSeen, lastSeen, sightings, editedAt, at, articles, ShownPost.withoutText(post));
  }

  public boolean isDeleted() {
    return deletedAt > 0;
  }

  private static long endOfMinute(long time) {
    return time - time % MINUTE + MINUTE - 1;
  }

  private static long millis(Instant time) {
    return time == null ? 0 : time.toEpochMilli();
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.versions;

import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.Incident;
import io.postwatch.schema.Retraction;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides what a sighting, an edit or the deletion of a post says, given what is known of the post:
 * the newest version that was read speaks for all. A pure function.
 */
public final class PostVersions {
  /** What was never edited is the oldest version. */
  private static final Comparator<Instant> BY_AGE =
      Comparator.nullsFirst(Comparator.naturalOrder());

  private PostVersions() {}

  /**
   * What comes of a record.
   *
   * @param incidents to be published, in this order
   * @param known what is to be remembered of the post; empty where it is not worth it
   */
  public record Outcome(List<Incident> incidents, Optional<KnownPost> known) {}

  /**
   * Decides on one record of a post.
   *
   * @param coded the incidents of its text; none of a deletion
   * @param known what was remembered of the post before
   */
  public static Outcome of(EmbeddedPost post, List<Incident> coded, Optional<KnownPost> known) {
    // Another account can give its own post the same key, but not change what is not its own.
    boolean isChange = post.getDeletedAt() != null || post.getEditedAt() != null;
    if (isChange && known.filter(before -> before.isOfAnother(Account.of(post))).isPresent()) {
      return nothing(known);
    }
    if (post.getDeletedAt() != null) {
      return known.map(before -> deletion(post, before)).orElse(nothing(known));
    }
    return known.map(before -> version(post, coded, before)).orElseGet(() -> first(post, coded));
  }

  private static Outcome nothing(Optional<KnownPost> known) {
    return new Outcome(List.of(), known);
  }

  private static Outcome deletion(EmbeddedPost post, KnownPost before) {
    return new Outcome(
        retractions(post, before.topics(), Retraction.DELETED, before.editedAt()),
        Optional.of(before.deleted()));
  }

  /** Most posts report nothing and are never edited: there is nothing to take back of them. */
  private static Outcome first(EmbeddedPost post, List<Incident> coded) {
    boolean isWorthIt = !coded.isEmpty() || post.getEditedAt() != null;
    return new Outcome(
        coded, isWorthIt ? Optional.of(standing(post, Account.of(post), coded)) : Optional.empty());
  }

  private static Outcome version(EmbeddedPost post, List<Incident> coded, KnownPost before) {
    if (before.isDeleted()) {
      return nothing(Optional.of(before));
    }
    int age = BY_AGE.compare(post.getEditedAt(), before.editedAt());
    if (age < 0) {
      return new Outcome(
          coded.stream().filter(i -> before.topics().contains(i.getTopic())).toList(),
          Optional.of(before));
    }
    return age == 0
        ? new Outcome(coded, Optional.of(before.with(Account.of(post), topics(coded))))
        : edit(post, coded, before);
  }

  private static Outcome edit(EmbeddedPost post, List<Incident> coded, KnownPost before) {
    SortedSet<String> noMore = new TreeSet<>(before.topics());
    noMore.removeAll(topics(coded));
    List<Incident> retracted = retractions(post, noMore, Retraction.EDITED, post.getEditedAt());
    return new Outcome(
        Stream.concat(retracted.stream(), coded.stream()).toList(),
        Optional.of(standing(post, before.accountOr(Account.of(post)), coded)));
  }

  private static KnownPost standing(EmbeddedPost post, String account, List<Incident> coded) {
    return KnownPost.standing(post.getEditedAt(), account, topics(coded));
  }

  private static Set<String> topics(List<Incident> coded) {
    return coded.stream().map(Incident::getTopic).collect(Collectors.toSet());
  }

  private static List<Incident> retractions(
      EmbeddedPost post, Collection<String> topics, Retraction why, Instant editedAt) {
    return topics.stream().map(topic -> retraction(post, topic, why, editedAt)).toList();
  }

  private static Incident retraction(
      EmbeddedPost post, String topic, Retraction why, Instant editedAt) {
    return Incident.newBuilder()
        .setPostKey(post.getPostKey())
        .setPlatform(post.getPlatform())
        .setTopic(topic)
        .setConfidence(0)
        .setHandle(post.getHandle())
        .setUrl(post.getUrl())
        .setArticle(post.getArticle())
        .setPostedAt(post.getPostedAt())
        .setPostedAtPrecision(post.getPostedAtPrecision())
        .setPostedAtSource(post.getPostedAtSource())
        .setIngestedAt(post.getIngestedAt())
        .setWatchLists(post.getWatchLists())
        .setEditedAt(editedAt)
        .setRetraction(why)
        .build();
  }
}

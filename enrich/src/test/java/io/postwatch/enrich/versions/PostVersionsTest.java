// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.versions;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.enrich.versions.PostVersions.Outcome;
import io.postwatch.schema.Article;
import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.Incident;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import io.postwatch.serde.TrustedClasses;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class PostVersionsTest {
  static {
    TrustedClasses.trustGeneratedRecords();
  }

  private static final Instant NOON = Instant.parse("2025-03-04T12:00:00Z");

  /**
   * A record of the one post.
   *
   * @param version 0 for the first, higher for edits; -1 for the deletion
   */
  record Step(int version, Set<String> topics) {
    static final Step DELETION = new Step(-1, Set.of());

    boolean isDeletion() {
      return version < 0;
    }

    /** Whether there is anything to remember of a post of which this is read first. */
    boolean isWorthKnowing() {
      return version > 0 || !topics.isEmpty();
    }
  }

  @Property
  void theTopicsThatAreLeftAreThoseOfTheNewestVersionInAnyOrder(
      @ForAll("histories") List<Step> history) {
    assertThat(left(history)).isEqualTo(newest(history));
  }

  /**
   * A deletion that comes before all that is worth knowing finds no post, and is not remembered.
   */
  @Property
  void nothingIsLeftOfAPostThatWasKnownWhenItWasDeleted(
      @ForAll("histories") List<Step> before, @ForAll("histories") List<Step> after) {
    List<Step> history = new ArrayList<>(before);
    history.add(Step.DELETION);
    history.addAll(after);

    boolean isKnown = before.stream().anyMatch(Step::isWorthKnowing);
    assertThat(left(history)).isEqualTo(isKnown ? Set.of() : newest(after));
  }

  @Property
  void whatIsReadAgainChangesNothing(@ForAll("histories") List<Step> history) {
    List<Step> twice = new ArrayList<>(history);
    twice.addAll(history);

    assertThat(left(twice)).isEqualTo(left(history));
  }

  /** Versions of one post in any order and number; every version has the same text each time. */
  @Provide
  Arbitrary<List<Step>> histories() {
    Arbitrary<Set<String>> topics = Arbitraries.of("arrest", "flood", "strike").set();
    return topics
        .list()
        .ofSize(4)
        .flatMap(
            texts ->
                Arbitraries.integers()
                    .between(0, 3)
                    .map(version -> new Step(version, texts.get(version)))
                    .list()
                    .ofMaxSize(8)
                    .map(steps -> Tuple.of(texts, steps)))
        .map(Tuple.Tuple2::get2);
  }

  private static Set<String> newest(List<Step> history) {
    return history.stream()
        .reduce((one, other) -> other.version() > one.version() ? other : one)
        .map(Step::topics)
        .orElse(Set.of());
  }

  /** What a reader has in the end that adds incidents and takes away what is retracted. */
  private static Set<String> left(List<Step> history) {
    SortedSet<String> left = new TreeSet<>();
    Optional<KnownPost> known = Optional.empty();
    for (Step step : history) {
      Outcome outcome = PostVersions.of(post(step), incidents(step), known);
      known = outcome.known().map(post -> KnownPost.of(post.bytes()));
      for (Incident incident : outcome.incidents()) {
        if (incident.getRetraction() == null) {
          left.add(incident.getTopic());
        } else {
          assertThat(left.remove(incident.getTopic())).as("was told before").isTrue();
        }
      }
    }
    return left;
  }

  private static List<Incident> incidents(Step step) {
    EmbeddedPost post = post(step);
    return step.topics().stream()
        .map(
            topic ->
                Incident.newBuilder()
                    .setPostKey(post.getPostKey())
                    .setPlatform(post.getPlatform())
                    .setTopic(topic)
                    .setConfidence(0.9)
                    .setArticle(post.getArticle())
                    .setPostedAt(post.getPostedAt())
                    .setPostedAtPrecision(post.getPostedAtPrecision())
                    .setPostedAtSource(post.getPostedAtSource())
                    .setIngestedAt(post.getIngestedAt())
                    .setEditedAt(post.getEditedAt())
                    .build())
        .toList();
  }

  private static EmbeddedPost post(Step step) {
    return EmbeddedPost.newBuilder()
        .setPostKey("x:20")
        .setPlatform("x")
        .setText("")
        .setPostedAt(NOON)
        .setPostedAtPrecision(TimePrecision.MILLIS)
        .setPostedAtSource(TimeSource.ID)
        .setArticle(Article.newBuilder().setKey("https://news.example/a").build())
        .setSource("-")
        .setIngestedAt(NOON)
        .setEditedAt(step.version() > 0 ? NOON.plusSeconds(step.version()) : null)
        .setDeletedAt(step.isDeletion() ? NOON : null)
        .build();
  }
}

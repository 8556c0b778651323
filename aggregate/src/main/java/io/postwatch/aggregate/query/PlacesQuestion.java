// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import io.postwatch.aggregate.counting.Count;
import io.postwatch.aggregate.counting.CountKey;
import io.postwatch.aggregate.state.LocalState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is counted at each place, over some windows and all or some topics together.
 *
 * @param windows of which windows
 * @param filter of which topics
 * @param names what is known of places besides
 * @param page which of them
 */
public record PlacesQuestion(
    WindowSpan windows, CountFilter filter, PlaceNames names, Page.Cut page)
    implements Question<PlacesQuestion.Part> {
  /** Counts that are looked at for one answer. */
  static final int MOST_LOOKED_AT = 20_000;

  private static final int MOST_TOPICS = 5;

  private static final Comparator<TopicPosts> BY_POSTS =
      Comparator.comparing(TopicPosts::posts).reversed().thenComparing(TopicPosts::topic);

  /**
   * @param topics what is known of the topics that were asked for
   * @param places what is counted where
   */
  public record Part(List<String> topics, List<Counts> places) {}

  /**
   * What is counted at a place.
   *
   * @param known what is known of it; null: its code alone
   * @param topics those with most posts
   */
  public record Counts(String place, KnownPlace known, Numbers numbers, List<TopicPosts> topics) {}

  /** A topic at a place. */
  public record TopicPosts(String topic, long posts) {}

  /** A line of the answer. */
  public record Item(
      String place,
      String name,
      String country,
      Double latitude,
      Double longitude,
      String kind,
      long posts,
      long sightings,
      long authors,
      long outlets,
      List<TopicPosts> topics) {}

  @Override
  public Scope scope() {
    return filter.scope();
  }

  @Override
  public Part part(LocalState state) {
    var readers = TopicReaders.of(state, filter.topics());
    Counted.requireFew(windows, readers.size(), MOST_LOOKED_AT);
    Sums sums = new Sums();
    for (int i = 0; i < windows.number(); i++) {
      long start = windows.start(i);
      readers.forEach(
          (topic, reader) -> reader.places(filter.key(topic, "", windows, start), sums::add));
    }
    return new Part(List.copyOf(readers.keySet()), sums.counts(names, state));
  }

  @Override
  public Page whole(List<Part> parts) {
    TopicReaders.requireKnown(filter.topics(), parts.stream().map(Part::topics).toList());
    Map<String, Counts> together = new HashMap<>();
    parts.stream()
        .flatMap(part -> part.places().stream())
        .forEach(counts -> together.merge(counts.place(), counts, PlacesQuestion::sum));
    Comparator<Counts> order = Comparator.comparing(counts -> counts.numbers().posts());
    List<Counts> all =
        together.values().stream().sorted(order.reversed().thenComparing(Counts::place)).toList();
    return page.of(all, PlacesQuestion::item);
  }

  private static Counts sum(Counts one, Counts other) {
    List<TopicPosts> topics = new ArrayList<>(one.topics());
    topics.addAll(other.topics());
    return new Counts(
        one.place(),
        KnownPlace.better(one.known(), other.known()),
        one.numbers().plus(other.numbers()),
        topics.stream().sorted(BY_POSTS).limit(MOST_TOPICS).toList());
  }

  private static Item item(Counts counts) {
    KnownPlace known =
        counts.known() == null ? KnownPlace.named(counts.place(), null) : counts.known();
    Numbers numbers = counts.numbers();
    return new Item(
        counts.place(),
        known.name(),
        known.country(),
        known.latitude(),
        known.longitude(),
        known.kind(),
        numbers.posts(),
        numbers.sightings(),
        numbers.authors(),
        numbers.outlets(),
        counts.topics());
  }

  /** Sums by place, while counts are read. */
  private static final class Sums {
    private final Map<String, Sum> places = new HashMap<>();
    private int lookedAt;

    private static final class Sum {
      private Numbers numbers = Numbers.NONE;
      private String name;
      private final Map<String, Long> topics = new HashMap<>();
    }

    boolean add(CountKey key, Count count) {
      if (++lookedAt > MOST_LOOKED_AT) {
        throw RefusedException.tooMuch(
            "from, to: the range is too long: it holds more than "
                + MOST_LOOKED_AT
                + " counts of places; expected fewer windows or topics.");
      }
      if (!key.place().isEmpty()) {
        Sum sum = places.computeIfAbsent(key.place(), place -> new Sum());
        sum.numbers = sum.numbers.plus(Numbers.of(count));
        sum.name = count.placeName() == null ? sum.name : count.placeName();
        sum.topics.merge(key.topic(), count.posts(), Long::sum);
      }
      return true;
    }

    List<Counts> counts(PlaceNames names, LocalState state) {
      Map<String, KnownPlace> known = names.of(places.keySet(), state);
      List<Counts> counts = new ArrayList<>(places.size());
      places.forEach(
          (place, sum) ->
              counts.add(
                  new Counts(
                      place,
                      KnownPlace.better(known.get(place), KnownPlace.named(place, sum.name)),
                      sum.numbers,
                      sum.topics.entrySet().stream()
                          .map(topic -> new TopicPosts(topic.getKey(), topic.getValue()))
                          .sorted(BY_POSTS)
                          .limit(MOST_TOPICS)
                          .toList())));
      return counts;
    }
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import io.postwatch.aggregate.spikes.SpikeRules;
import io.postwatch.aggregate.state.LocalState;
import io.postwatch.aggregate.watch.Rising;
import io.postwatch.aggregate.watch.RisingReader;
import io.postwatch.aggregate.watch.SpikeStores;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is reported more than usual now, the most surprising first.
 *
 * @param topics of these topics; none: of all
 * @param place at this place only; empty: at any
 */
public record RisingQuestion(
    SpikeRules rules, PlaceNames places, Set<String> topics, Optional<String> place, Page.Cut page)
    implements Question<RisingQuestion.Part> {
  private static final Comparator<Known> BY_SCORE =
      Comparator.<Known>comparingDouble(known -> -known.rising().score())
          .thenComparing(known -> known.rising().topic())
          .thenComparing(known -> known.rising().place());

  public RisingQuestion {
    topics = Set.copyOf(topics);
  }

  /** What rises most of what an instance watches. */
  public record Part(List<Known> items) {}

  /** A series, and where it is; null where not known. */
  public record Known(Rising rising, KnownPlace place) {}

  /** A line of the answer. */
  public record Item(
      String topic,
      String place,
      String placeName,
      String country,
      Double latitude,
      Double longitude,
      long observed,
      double expected,
      double ratio,
      double score,
      Instant since,
      Instant until,
      boolean spike,
      List<Long> minutes,
      boolean learning) {}

  @Override
  public Scope scope() {
    return topics.size() == 1
        ? Scope.holder(SpikeStores.SERIES, topics.iterator().next())
        : Scope.all(SpikeStores.SERIES);
  }

  @Override
  public Part part(LocalState state) {
    List<Known> highest =
        RisingReader.all(rules, state, topics).stream()
            .filter(rising -> rising.observed() > 0)
            .filter(rising -> place.filter(one -> !one.equals(rising.place())).isEmpty())
            .map(rising -> new Known(rising, null))
            .sorted(BY_SCORE)
            .limit(page.from() + page.limit() + 1L)
            .toList();
    Set<String> where =
        highest.stream().map(known -> known.rising().place()).collect(Collectors.toSet());
    Map<String, KnownPlace> known = places.of(where, state);
    return new Part(
        highest.stream()
            .map(one -> new Known(one.rising(), known.get(one.rising().place())))
            .toList());
  }

  @Override
  public Page whole(List<Part> parts) {
    List<Known> all =
        parts.stream().flatMap(part -> part.items().stream()).sorted(BY_SCORE).toList();
    return page.of(all, RisingQuestion::item);
  }

  private static Item item(Known known) {
    Rising rising = known.rising();
    KnownPlace place = known.place();
    return new Item(
        rising.topic(),
        Absent.ifEmpty(rising.place()),
        rising.placeName(),
        place == null ? null : place.country(),
        place == null ? null : place.latitude(),
        place == null ? null : place.longitude(),
        rising.observed(),
        round(rising.expected()),
        round(rising.observed() / rising.expected()),
        round(rising.score()),
        Instant.ofEpochMilli(rising.since()),
        Instant.ofEpochMilli(rising.until()),
        rising.spike(),
        rising.minutes(),
        rising.isLearning());
  }

  private static double round(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import io.postwatch.aggregate.CountingRules;
import io.postwatch.aggregate.query.CountPosition;
import io.postwatch.aggregate.query.CountsQuestion;
import io.postwatch.aggregate.query.Measure;
import io.postwatch.aggregate.query.PlaceNames;
import io.postwatch.aggregate.query.PlacesQuestion;
import io.postwatch.aggregate.query.Question;
import io.postwatch.aggregate.query.SeriesQuestion;
import io.postwatch.aggregate.query.TopQuestion;
import io.postwatch.aggregate.query.TopicsQuestion;
import io.postwatch.aggregate.query.WatchListsQuestion;
import io.postwatch.aggregate.query.WindowSpan;
import io.postwatch.schema.Clock;
import io.postwatch.schema.CountStatus;
import java.util.List;
import java.util.Set;

/** What can be asked of the counts. */
final class CountEndpoints {
  private static final Set<String> TOPIC = Set.of("topic");

  private final CountingRules rules;
  private final PlaceNames places;

  /**
   * @param rules what is counted
   * @param places what is known of places besides
   */
  CountEndpoints(CountingRules rules, PlaceNames places) {
    this.rules = rules;
    this.places = places;
  }

  List<Endpoint<?>> all() {
    return List.of(
        new Endpoint<>(
            "/topics",
            TopicsQuestion.Part.class,
            Set.of("clock", "at", "watchList", "limit", "cursor"),
            Set.of(),
            this::topics),
        new Endpoint<>(
            "/counts",
            CountsQuestion.Part.class,
            Set.of(
                "clock", "size", "from", "to", "place", "watchList", "status", "limit", "cursor"),
            TOPIC,
            this::counts),
        new Endpoint<>(
            "/series",
            SeriesQuestion.Part.class,
            Set.of("clock", "size", "from", "to", "place", "watchList", "measure"),
            TOPIC,
            this::series),
        new Endpoint<>(
            "/top",
            TopQuestion.Part.class,
            Set.of("clock", "size", "at", "place", "watchList", "by", "limit", "cursor"),
            TOPIC,
            this::top),
        new Endpoint<>(
            "/places",
            PlacesQuestion.Part.class,
            Set.of("clock", "size", "from", "to", "watchList", "limit", "cursor"),
            TOPIC,
            this::places),
        new Endpoint<>(
            "/watch-lists",
            WatchListsQuestion.Part.class,
            Set.of("clock", "at", "limit", "cursor"),
            Set.of(),
            this::watchLists));
  }

  private Question<TopicsQuestion.Part> topics(Parameters parameters, Horizon horizon) {
    WindowParameters asked = new WindowParameters(rules, parameters, horizon);
    return new TopicsQuestion(
        asked.largestWindow(asked.clock()), asked.watchList(), parameters.cut());
  }

  private Question<CountsQuestion.Part> counts(Parameters parameters, Horizon horizon) {
    WindowParameters asked = new WindowParameters(rules, parameters, horizon);
    return new CountsQuestion(
        span(asked, WindowParameters.USUAL_WINDOWS, CountsQuestion.MOST_LOOKED_AT),
        asked.filter(true),
        parameters.choice("status", CountStatus.class),
        parameters.position(CountPosition::of),
        parameters.limit());
  }

  private Question<SeriesQuestion.Part> series(Parameters parameters, Horizon horizon) {
    WindowParameters asked = new WindowParameters(rules, parameters, horizon);
    return new SeriesQuestion(
        span(asked, WindowParameters.USUAL_WINDOWS, SeriesQuestion.MOST_WINDOWS),
        asked.filter(false),
        parameters.choice("measure", Measure.class, Measure.POSTS));
  }

  private Question<TopQuestion.Part> top(Parameters parameters, Horizon horizon) {
    WindowParameters asked = new WindowParameters(rules, parameters, horizon);
    Clock clock = asked.clock();
    return new TopQuestion(
        asked.windows(clock, asked.size(clock), 2),
        asked.filter(false),
        parameters.choice("by", Measure.class, Measure.POSTS),
        parameters.cut());
  }

  private Question<PlacesQuestion.Part> places(Parameters parameters, Horizon horizon) {
    WindowParameters asked = new WindowParameters(rules, parameters, horizon);
    return new PlacesQuestion(
        span(asked, 1, SeriesQuestion.MOST_WINDOWS), asked.atEachPlace(), places, parameters.cut());
  }

  private Question<WatchListsQuestion.Part> watchLists(Parameters parameters, Horizon horizon) {
    WindowParameters asked = new WindowParameters(rules, parameters, horizon);
    return new WatchListsQuestion(asked.largestWindow(asked.clock()), parameters.cut());
  }

  private static WindowSpan span(WindowParameters asked, int usual, int most) {
    Clock clock = asked.clock();
    WindowSpan span = asked.span(clock, asked.size(clock), usual);
    if (span.number() > most) {
      throw Parameters.problem(
          "from",
          "the range is too long, expected at most %d windows of %s up to to, found %d"
              .formatted(most, span.size(), span.number()));
    }
    return span;
  }
}

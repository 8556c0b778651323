// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import io.postwatch.aggregate.CountingRules;
import io.postwatch.aggregate.counting.Windows;
import io.postwatch.aggregate.query.HitPosition;
import io.postwatch.aggregate.query.IncidentFilter;
import io.postwatch.aggregate.query.IncidentsQuestion;
import io.postwatch.aggregate.query.NothingWatched;
import io.postwatch.aggregate.query.PostFilter;
import io.postwatch.aggregate.query.PostQuestion;
import io.postwatch.aggregate.query.PostsByKey;
import io.postwatch.aggregate.query.PostsPart;
import io.postwatch.aggregate.query.PostsQuestion;
import io.postwatch.aggregate.query.Question;
import io.postwatch.aggregate.query.RisingQuestion;
import io.postwatch.aggregate.query.Shown;
import io.postwatch.aggregate.query.ShownPlaces;
import io.postwatch.aggregate.query.SpikePosition;
import io.postwatch.aggregate.query.SpikesQuestion;
import io.postwatch.aggregate.search.WordsQuery;
import io.postwatch.aggregate.spikes.SpikeRules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be asked of what stands behind the counts: incidents, posts and spikes. */
final class ViewEndpoints {
  private static final Set<String> TOPIC = Set.of("topic");

  private final CountingRules rules;
  private final Optional<SpikeRules> spikes;
  private final Shown shown;

  ViewEndpoints(CountingRules rules, Optional<SpikeRules> spikes, Shown shown) {
    this.rules = rules;
    this.spikes = spikes;
    this.shown = shown;
  }

  List<Endpoint<?>> all() {
    return List.of(
        new Endpoint<>(
            "/incidents",
            IncidentsQuestion.Part.class,
            Set.of(
                "clock", "from", "to", "place", "watchList", "platform", "post", "limit", "cursor"),
            TOPIC,
            this::incidents),
        new Endpoint<>(
            "/posts",
            PostsPart.class,
            Set.of("handle", "hashtag", "q", "platform", "from", "to", "limit", "cursor"),
            Set.of("key"),
            this::posts),
        new Endpoint<>("/posts/{key}", PostsPart.class, Set.of("key"), Set.of(), this::post),
        new Endpoint<>(
            "/spikes",
            SpikesQuestion.Part.class,
            Set.of("place", "from", "to", "lasting", "limit", "cursor"),
            TOPIC,
            this::spikes),
        new Endpoint<>(
            "/rising",
            RisingQuestion.Part.class,
            Set.of("place", "limit", "cursor"),
            TOPIC,
            this::rising));
  }

  private Question<IncidentsQuestion.Part> incidents(Parameters parameters, Horizon horizon) {
    WindowParameters asked = new WindowParameters(rules, parameters, horizon);
    IncidentFilter filter =
        new IncidentFilter(
            Set.copyOf(parameters.texts("topic")),
            parameters.text("place").orElse(""),
            asked.clock(),
            from(parameters),
            to(parameters),
            asked.watchList(),
            parameters.text("platform").orElse(""),
            parameters.text("post").orElse(""));
    return new IncidentsQuestion(
        shown,
        new Windows(rules.windows()),
        filter,
        parameters.position(HitPosition::of),
        parameters.limit());
  }

  private Question<PostsPart> posts(Parameters parameters, Horizon horizon) {
    List<String> keys = parameters.texts("key");
    PostFilter filter =
        new PostFilter(
            parameters.text("handle").orElse(""),
            parameters.text("hashtag").orElse(""),
            words(parameters),
            parameters.text("platform").orElse(""),
            from(parameters),
            to(parameters));
    boolean isSearch =
        !(filter.handle().isBlank() && filter.hashtag().isBlank() && filter.words().isBlank());
    int limit = parameters.limit();
    if (!keys.isEmpty()) {
      if (isSearch) {
        throw Parameters.problem("key", "expected without handle, hashtag and q");
      }
      return new PostsByKey(shown, keys, false);
    }
    if (!isSearch) {
      throw Parameters.problem("q", "expected at least one of handle, hashtag, q and key");
    }
    return new PostsQuestion(shown, filter, parameters.position(HitPosition::of), limit);
  }

  private static String words(Parameters parameters) {
    String words = parameters.text("q").orElse("");
    try {
      return words.isBlank() ? "" : WordsQuery.checked(words);
    } catch (IllegalArgumentException e) {
      throw Parameters.problem("q", e.getMessage());
    }
  }

  private Question<PostsPart> post(Parameters parameters, Horizon horizon) {
    return new PostQuestion(
        shown,
        new Windows(rules.windows()),
        new WindowParameters(rules, parameters, horizon).usualClock(),
        parameters.text("key").orElse(""));
  }

  private Question<SpikesQuestion.Part> spikes(Parameters parameters, Horizon horizon) {
    SpikesQuestion question =
        new SpikesQuestion(
            shown,
            Set.copyOf(parameters.texts("topic")),
            parameters.text("place"),
            from(parameters),
            to(parameters),
            parameters.choice("lasting", YesOrNo.class).map(answer -> answer == YesOrNo.TRUE),
            parameters.position(SpikePosition::of),
            parameters.limit());
    return spikes.isPresent() ? question : new NothingWatched<>(new SpikesQuestion.Part(List.of()));
  }

  private enum YesOrNo {
    TRUE,
    FALSE
  }

  private Question<RisingQuestion.Part> rising(Parameters parameters, Horizon horizon) {
    Set<String> topics = Set.copyOf(parameters.texts("topic"));
    Optional<String> place = parameters.text("place");
    var page = parameters.cut();
    return spikes
        .<Question<RisingQuestion.Part>>map(
            told -> new RisingQuestion(told, new ShownPlaces(shown), topics, place, page))
        .orElseGet(() -> new NothingWatched<>(new RisingQuestion.Part(List.of())));
  }

  private static long from(Parameters parameters) {
    return parameters.time("from").map(Instant::toEpochMilli).orElse(0L);
  }

  private static long to(Parameters parameters) {
    return parameters.time("to").map(Instant::toEpochMilli).orElse(IncidentFilter.FOR_EVER);
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.feed;

import io.javalin.http.Context;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.runtime.http.HttpProblem;
import io.postwatch.schema.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a request says that it wants of the feed; everything may be given several times. */
final class FeedParameters {
  private static final Set<String> NAMES =
      Set.of("kind", "clock", "size", "topic", "place", "watchList");
  private static final int MOST_TIMES = 100;
  private static final int LONGEST = 256;
  private static final String EVERY_PLACE = "*";

  private FeedParameters() {}

  /**
   * Reads them.
   *
   * @throws HttpProblem on a name that is not known, or a wrong value
   */
  static FeedFilter filter(Context http) {
    Map<String, List<String>> given = http.queryParamMap();
    given.forEach(FeedParameters::check);
    Set<FeedItem.Kind> kinds =
        each(given, "kind", text -> FeedItem.Kind.valueOf(upper(text)), "counts or spikes");
    Set<String> places = Set.copyOf(given.getOrDefault("place", List.of("")));
    return new FeedFilter(
        kinds.isEmpty() ? Set.of(FeedItem.Kind.values()) : kinds,
        each(given, "clock", text -> Clock.valueOf(upper(text)), "posted or seen"),
        each(given, "size", WindowSize::parse, "a window size such as 1m, 1h or 1d"),
        Set.copyOf(given.getOrDefault("topic", List.of())),
        places.contains(EVERY_PLACE) ? FeedFilter.ANY_PLACE : Optional.of(places),
        Set.copyOf(given.getOrDefault("watchList", List.of())));
  }

  private static void check(String name, List<String> values) {
    if (!NAMES.contains(name)) {
      throw new HttpProblem(
          400, "Unknown parameter; the feed takes clock, kind, place, size, topic, watchList.");
    }
    if (values.size() > MOST_TIMES || values.stream().anyMatch(text -> text.length() > LONGEST)) {
      throw new HttpProblem(
          400,
          "%s: expected at most %d values of at most %d characters."
              .formatted(name, MOST_TIMES, LONGEST));
    }
  }

  private static <T> Set<T> each(
      Map<String, List<String>> given, String name, Function<String, T> parse, String expected) {
    Set<T> values = new HashSet<>();
    for (String text : given.getOrDefault(name, List.of())) {
      try {
        values.add(parse.apply(text));
      } catch (IllegalArgumentException e) {
        throw new HttpProblem(400, name + ": expected " + expected + ".");
      }
    }
    return values;
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}

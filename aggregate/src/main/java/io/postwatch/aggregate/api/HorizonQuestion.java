// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import io.postwatch.aggregate.query.Question;
import io.postwatch.aggregate.query.Scope;
import io.postwatch.aggregate.state.CountingReader;
import io.postwatch.aggregate.state.CountingStores;
import io.postwatch.aggregate.state.LocalState;
import io.postwatch.schema.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How far are all instances together?
 *
 * @param startedAt when this one was started
 */
record HorizonQuestion(Instant startedAt) implements Question<HorizonQuestion.Part> {

  /**
   * How far one instance is.
   *
   * @param watermarks epoch milliseconds
   */
  record Part(Map<Clock, Long> watermarks, Instant startedAt) {}

  @Override
  public Scope scope() {
    return Scope.all(CountingStores.COUNTS);
  }

  @Override
  public Part part(LocalState state) {
    Map<Clock, Long> latest = new EnumMap<>(Clock.class);
    for (CountingReader reader : CountingReader.all(state).values()) {
      for (Clock clock : Clock.values()) {
        reader.now(clock).ifPresent(now -> latest.merge(clock, now, Math::max));
      }
    }
    return new Part(latest, startedAt);
  }

  @Override
  public Horizon whole(List<Part> parts) {
    Map<Clock, Instant> latest = new EnumMap<>(Clock.class);
    for (Part part : parts) {
      part.watermarks()
          .forEach(
              (clock, now) ->
                  latest.merge(clock, Instant.ofEpochMilli(now), HorizonQuestion::later));
    }
    return new Horizon(
        latest,
        parts.stream().map(Part::startedAt).min(Comparator.naturalOrder()).orElse(startedAt),
        parts.size());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.schema.Clock;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.IncidentCountKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The oracle: counts sightings with plain sets, and nothing of the code under test. */
final class Recount {
  /** What is compared of a count. */
  record Totals(long posts, long sightings, long authors, long outlets, long texts) {
    static Totals of(IncidentCount count) {
      return new Totals(
          count.getPosts(),
          count.getSightings(),
          count.getAuthors(),
          count.getOutlets(),
          count.getDistinctTexts());
    }
  }

  private static final class Members {
    private final Set<String> posts = new HashSet<>();
    private final Set<List<String>> sightings = new HashSet<>();
    private final Set<String> authors = new HashSet<>();
    private final Set<String> outlets = new HashSet<>();
    private final Set<String> texts = new HashSet<>();

    private void add(Sighting sighting) {
      posts.add(sighting.postKey());
      sightings.add(List.of(sighting.postKey(), sighting.article()));
      authors.add(sighting.post().handle());
      outlets.add(sighting.outlet());
      texts.add(sighting.post().text());
    }

    private Totals totals() {
      return new Totals(
          posts.size(), sightings.size(), authors.size(), outlets.size(), texts.size());
    }
  }

  private Recount() {}

  /** The counts over all places and of each country. */
  static Map<IncidentCountKey, Totals> of(
      Collection<Sighting> sightings,
      Clock clock,
      Function<Sighting, Instant> time,
      Collection<Duration> sizes) {
    Map<IncidentCountKey, Members> members = new HashMap<>();
    for (Sighting sighting : sightings) {
      for (Duration size : sizes) {
        for (String place : List.of("", sighting.country())) {
          members
              .computeIfAbsent(
                  key(clock, sighting.topic(), place, time.apply(sighting), size),
                  key -> new Members())
              .add(sighting);
        }
      }
    }
    Map<IncidentCountKey, Totals> totals = new HashMap<>();
    members.forEach((key, counted) -> totals.put(key, counted.totals()));
    return totals;
  }

  private static IncidentCountKey key(
      Clock clock, String topic, String place, Instant time, Duration size) {
    long sinceStart = time.toEpochMilli() % size.toMillis();
    return new IncidentCountKey(clock, topic, place, time.minusMillis(sinceStart), size.toMillis());
  }
}

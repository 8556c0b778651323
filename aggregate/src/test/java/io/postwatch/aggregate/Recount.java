// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.schema.Clock;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentCountKey;
import io.postwatch.schema.TimePrecision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The oracle: counts a whole history at once, with plain sets and nothing of the code under test.
 */
final class Recount {

  /** What is compared of a count. */
  record Totals(long posts, long sightings, long authors, long outlets, long texts) {}

  private static final class Members {
    private final Set<String> posts = new HashSet<>();
    private final Set<List<String>> sightings = new HashSet<>();
    private final Set<List<String>> authors = new HashSet<>();
    private final Set<String> outlets = new HashSet<>();
    private final Set<String> texts = new HashSet<>();

    private void add(Incident incident) {
      posts.add(incident.getPostKey());
      sightings.add(List.of(incident.getPostKey(), incident.getArticle().getKey()));
      if (incident.getHandle() != null) {
        authors.add(List.of(incident.getPlatform(), incident.getHandle()));
      }
      if (incident.getArticle().getOutlet() != null) {
        outlets.add(incident.getArticle().getOutlet());
      }
      String text = incident.getTextFingerprint();
      texts.add(text == null ? incident.getPostKey() : text);
    }

    private Totals totals() {
      return new Totals(
          posts.size(), sightings.size(), authors.size(), outlets.size(), texts.size());
    }
  }

  private Recount() {}

  static Map<IncidentCountKey, Totals> of(
      Collection<Incident> incidents, Collection<Clock> clocks, Collection<Duration> sizes) {
    Map<IncidentCountKey, Members> members = new HashMap<>();
    for (Incident incident : incidents) {
      for (Clock clock : clocks) {
        for (Duration size : sizes) {
          if (clock == Clock.SEEN || fits(incident.getPostedAtPrecision(), size)) {
            for (String place : places(incident)) {
              members
                  .computeIfAbsent(key(incident, clock, place, size), key -> new Members())
                  .add(incident);
            }
          }
        }
      }
    }
    Map<IncidentCountKey, Totals> totals = new HashMap<>();
    members.forEach((key, counted) -> totals.put(key, counted.totals()));
    return totals;
  }

  private static boolean fits(TimePrecision precision, Duration size) {
    return switch (precision) {
      case UNKNOWN -> false;
      case DAY -> size.compareTo(Duration.ofDays(1)) >= 0;
      default -> true;
    };
  }

  private static List<String> places(Incident incident) {
    List<String> places = new ArrayList<>(List.of(""));
    if (incident.getPlace() != null) {
      places.add(incident.getPlace().getCountry());
      if (incident.getPlace().getGeonameId() != null) {
        places.add(incident.getPlace().getGeonameId().toString());
      }
    }
    return places;
  }

  private static IncidentCountKey key(Incident incident, Clock clock, String place, Duration size) {
    Instant time = clock == Clock.POSTED ? incident.getPostedAt() : incident.getIngestedAt();
    long sinceStart = time.toEpochMilli() % size.toMillis();
    return new IncidentCountKey(
        clock, incident.getTopic(), place, time.minusMillis(sinceStart), size.toMillis());
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.schema.Clock;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentCountKey;
import io.postwatch.schema.Retraction;
import io.postwatch.schema.TimePrecision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The oracle: counts a whole history at once, with plain sets and nothing of the code under test.
 */
final class Recount {

  /** What is compared of a count. */
  record Totals(long posts, long sightings, long authors, long outlets, long texts) {
    static final Totals NOTHING = new Totals(0, 0, 0, 0, 0);
  }

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

  /**
   * What stands when all is told: nothing of what was deleted, nor of what its newest version does
   * not report; of an edited post all sightings, as the newest version has them.
   *
   * @param told everything
   * @param counted those of it whose sightings count
   */
  static List<Incident> standing(List<Incident> told, List<Incident> counted) {
    List<Incident> standing = new ArrayList<>();
    for (Incident sighting : counted) {
      if (sighting.getRetraction() == null && !isDeleted(sighting, told)) {
        standing.addAll(inNewestVersion(sighting, told));
      }
    }
    return standing;
  }

  static boolean isDeleted(Incident incident, List<Incident> told) {
    return told.stream()
        .filter(other -> isOfSamePost(other, incident))
        .anyMatch(other -> other.getRetraction() == Retraction.DELETED);
  }

  static boolean isOfSamePost(Incident one, Incident other) {
    return one.getPostKey().equals(other.getPostKey()) && one.getTopic().equals(other.getTopic());
  }

  static boolean isEditedReport(Incident incident) {
    return incident.getRetraction() == null && incident.getEditedAt() != null;
  }

  private static List<Incident> inNewestVersion(Incident sighting, List<Incident> told) {
    List<Incident> ofPost = told.stream().filter(other -> isOfSamePost(other, sighting)).toList();
    Instant newest = latestEdit(ofPost, incident -> incident.getRetraction() == null);
    Instant withdrawn = latestEdit(ofPost, incident -> incident.getRetraction() != null);
    boolean isWithdrawn = ofPost.stream().anyMatch(other -> other.getRetraction() != null);
    if (isWithdrawn && !newest.isAfter(withdrawn)) {
      return List.of();
    }
    if (newest.equals(Instant.MIN)) {
      return List.of(sighting);
    }
    return ofPost.stream()
        .filter(version -> version.getRetraction() == null)
        .filter(version -> newest.equals(version.getEditedAt()))
        .map(version -> seenAs(version, sighting))
        .toList();
  }

  private static Instant latestEdit(List<Incident> ofPost, Predicate<Incident> which) {
    return ofPost.stream()
        .filter(which)
        .map(Incident::getEditedAt)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }

  private static Incident seenAs(Incident version, Incident sighting) {
    return Incident.newBuilder(version)
        .setArticle(sighting.getArticle())
        .setIngestedAt(sighting.getIngestedAt())
        .build();
  }

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

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.view;

import io.postwatch.aggregate.counting.Brief;
import io.postwatch.aggregate.counting.PlaceRollUp;
import io.postwatch.schema.Article;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentPlace;
import io.postwatch.schema.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What is kept of an incident: all that is shown of it, within bounds. */
final class ShownVersion {
  private static final int MOST_SPANS = 16;
  private static final int MOST_FIGURES = 32;
  private static final int MOST_LISTS = 64;
  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_ADDRESS = 2_000;

  /** Articles are kept apart, those of all sightings together. */
  static final Article ELSEWHERE = Article.newBuilder().setKey("").build();

  private ShownVersion() {}

  static Incident brief(Incident incident) {
    return Incident.newBuilder(incident)
        .setPlatform(Brief.text(incident.getPlatform(), LONGEST_NAME))
        .setEvidence(
            incident.getEvidence().stream().limit(MOST_SPANS).map(ShownVersion::brief).toList())
        .setFigures(incident.getFigures().stream().limit(MOST_FIGURES).toList())
        .setWatchLists(lists(incident))
        .setArticle(ELSEWHERE)
        .setHandle(Brief.text(incident.getHandle(), LONGEST_NAME))
        .setUrl(Brief.address(incident.getUrl(), LONGEST_ADDRESS))
        .setPlace(brief(incident.getPlace()))
        .build();
  }

  private static List<String> lists(Incident incident) {
    List<String> lists = incident.getWatchLists();
    return lists.isEmpty() ? lists : lists.stream().distinct().limit(MOST_LISTS).toList();
  }

  private static Span brief(Span span) {
    return new Span(Brief.text(span.getText(), LONGEST_TEXT), span.getStart(), span.getEnd());
  }

  private static IncidentPlace brief(IncidentPlace place) {
    return place == null
        ? null
        : IncidentPlace.newBuilder(place)
            .setName(Brief.text(place.getName(), LONGEST_NAME))
            .setKind(Brief.text(place.getKind(), LONGEST_NAME))
            .build();
  }

  static Incident withoutText(Incident incident) {
    return Incident.newBuilder(incident).setEvidence(List.of()).build();
  }

  /** Whether two are counted in the same windows of the same places and watch lists. */
  static boolean countsAlike(Incident known, Incident other) {
    return known.getPostedAt().equals(other.getPostedAt())
        && known.getPostedAtPrecision() == other.getPostedAtPrecision()
        && known.getPostedAtSource() == other.getPostedAtSource()
        && isSame(known.getPlace(), other.getPlace())
        && known.getWatchLists().equals(lists(other));
  }

  private static boolean isSame(IncidentPlace one, IncidentPlace other) {
    if (one == null || other == null) {
      return one == other;
    }
    return Objects.equals(one.getGeonameId(), other.getGeonameId())
        && Objects.equals(one.getCountry(), other.getCountry())
        && one.getKind().equals(other.getKind());
  }

  /** The places for which it counts, all places among them. */
  static List<PlaceRollUp> places(Incident incident) {
    return PlaceRollUp.of(Optional.ofNullable(incident.getPlace()));
  }

  static boolean isAt(Incident incident, String place) {
    return places(incident).stream().anyMatch(counted -> counted.place().equals(place));
  }
}

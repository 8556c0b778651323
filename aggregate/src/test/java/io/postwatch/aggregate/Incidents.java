// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import io.postwatch.schema.Article;
import io.postwatch.schema.Figure;
import io.postwatch.schema.FigureKind;
import io.postwatch.schema.FigureModifier;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentPlace;
import io.postwatch.schema.Retraction;
import io.postwatch.schema.Span;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import io.postwatch.serde.TrustedClasses;
import java.time.Instant;
import java.util.List;

/** Incidents as tests need them: one of a protest without a place, and ways to vary it. */
public final class Incidents {
  public static final Instant NOON = Instant.parse("2031-05-06T12:00:00Z");

  static {
    TrustedClasses.trustGeneratedRecords();
  }

  private Incidents() {}

  /** A protest in post {@code post} by a handle of its own, seen in an article. */
  public static Incident incident(String post, String article) {
    return Incident.newBuilder()
        .setPostKey("x:" + post)
        .setPlatform("x")
        .setTopic("protest")
        .setConfidence(0.9)
        .setEvidence(List.of(new Span("crowds march", 0, 12)))
        .setHandle("author" + post)
        .setUrl("https://x.example/" + post)
        .setArticle(article(article, "The " + article + " Times"))
        .setPostedAt(NOON)
        .setPostedAtPrecision(TimePrecision.MILLIS)
        .setPostedAtSource(TimeSource.ID)
        .setIngestedAt(NOON.plusSeconds(30))
        .build();
  }

  public static Article article(String key, String outlet) {
    return Article.newBuilder()
        .setKey(key)
        .setUrl("https://news.example/" + key)
        .setOutlet(outlet)
        .build();
  }

  public static Incident postedAt(Incident incident, Instant time) {
    return Incident.newBuilder(incident)
        .setPostedAt(time)
        .setIngestedAt(time.plusSeconds(30))
        .build();
  }

  public static Incident seenAt(Incident incident, Instant time) {
    return Incident.newBuilder(incident).setIngestedAt(time).build();
  }

  /** Saying what others say too: the fingerprint of a text. */
  public static Incident saying(Incident incident, String fingerprint) {
    return Incident.newBuilder(incident).setTextFingerprint(fingerprint).build();
  }

  public static Incident known(Incident incident, TimePrecision precision, TimeSource source) {
    return Incident.newBuilder(incident)
        .setPostedAtPrecision(precision)
        .setPostedAtSource(source)
        .build();
  }

  public static Incident at(Incident incident, IncidentPlace place) {
    return Incident.newBuilder(incident).setPlace(place).build();
  }

  public static Incident by(Incident incident, String handle) {
    return Incident.newBuilder(incident).setHandle(handle).build();
  }

  public static Incident claiming(Incident incident, Figure... figures) {
    return Incident.newBuilder(incident).setFigures(List.of(figures)).build();
  }

  /** The same as it was edited then. */
  public static Incident edited(Incident incident, Instant at) {
    return Incident.newBuilder(incident).setEditedAt(at).build();
  }

  /** Says that the post was deleted. */
  public static Incident deleted(Incident incident) {
    return Incident.newBuilder(incident).setRetraction(Retraction.DELETED).build();
  }

  /** Says that the post, edited then, does not report the topic any more. */
  public static Incident withdrawn(Incident incident, Instant at) {
    return Incident.newBuilder(incident).setEditedAt(at).setRetraction(Retraction.EDITED).build();
  }

  public static Incident watchedBy(Incident incident, String... lists) {
    return Incident.newBuilder(incident).setWatchLists(List.of(lists)).build();
  }

  public static IncidentPlace country(String code, String name) {
    return IncidentPlace.newBuilder().setCountry(code).setName(name).setKind("COUNTRY").build();
  }

  public static IncidentPlace city(long geonameId, String name, String country) {
    return IncidentPlace.newBuilder()
        .setGeonameId(geonameId)
        .setName(name)
        .setCountry(country)
        .setKind("CITY")
        .build();
  }

  public static Figure killed(long count, FigureModifier modifier) {
    return figure(count, null, modifier, false);
  }

  public static Figure figure(long count, Long upper, FigureModifier modifier, boolean subset) {
    return new Figure(FigureKind.KILLED, count, upper, modifier, "people", subset, 0, 5);
  }
}

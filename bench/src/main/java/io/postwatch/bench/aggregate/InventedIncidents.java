// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.aggregate;

import io.postwatch.schema.Article;
import io.postwatch.schema.Figure;
import io.postwatch.schema.FigureKind;
import io.postwatch.schema.FigureModifier;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentPlace;
import io.postwatch.schema.PlaceSource;
import io.postwatch.schema.Span;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import io.postwatch.serde.TrustedClasses;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A stream of incidents, the same for the same seed: few topics and places have most of the posts,
 * a post is seen 1.3 times, and is written minutes, sometimes days, before it is seen.
 */
final class InventedIncidents {
  private static final int PLACES = 200;
  private static final int COUNTRIES = 40;
  private static final double AGAIN = 0.3 / 1.3;

  /** So many posts back may one be seen again. */
  private static final int RECENT = 2_000;

  private static final double MEDIAN_AGE_SECONDS = 20 * 60;
  private static final double SPREAD_OF_AGES = 1.5;

  static {
    TrustedClasses.trustGeneratedRecords();
  }

  private final SplittableRandom random;
  private final double perSecond;
  private final Zipf topics = new Zipf(26, 1.0);
  private final Zipf places = new Zipf(PLACES, 1.0);
  private final Zipf authors = new Zipf(5_000, 0.8);
  private final Zipf outlets = new Zipf(300, 0.8);
  private final List<Incident> recent = new ArrayList<>(RECENT);
  private double seconds;
  private long posts;

  /**
   * @param perSecond how many incidents arrive a second, by their own time
   */
  InventedIncidents(long seed, double perSecond) {
    this.random = new SplittableRandom(seed);
    this.perSecond = perSecond;
  }

  /** The next incident, which arrives after the ones before it, the first right after start. */
  Incident next(Instant start) {
    seconds -= Math.log(1 - random.nextDouble()) / perSecond;
    Instant arrival = start.plusMillis((long) (seconds * 1_000));
    return at(arrival);
  }

  /** The next incident, arriving at a given time. */
  Incident at(Instant arrival) {
    if (!recent.isEmpty() && random.nextDouble() < AGAIN) {
      Incident seen = recent.get(random.nextInt(recent.size()));
      return Incident.newBuilder(seen).setArticle(article()).setIngestedAt(arrival).build();
    }
    Incident incident = incident(arrival);
    if (recent.size() < RECENT) {
      recent.add(incident);
    } else {
      recent.set((int) (posts % RECENT), incident);
    }
    posts++;
    return incident;
  }

  private Incident incident(Instant arrival) {
    double age = MEDIAN_AGE_SECONDS * Math.exp(SPREAD_OF_AGES * random.nextGaussian());
    String id = Long.toString(1_895_800_000_000_000_000L + posts * 104_729);
    String handle = "invented_author" + authors.next(random);
    return Incident.newBuilder()
        .setPostKey("x:" + id)
        .setPlatform("x")
        .setTopic("invented-topic-" + topics.next(random))
        .setConfidence(0.5 + random.nextInt(50) / 100.0)
        .setPlace(place())
        .setPlaceSource(PlaceSource.POST)
        .setEvidence(spans())
        .setFigures(random.nextInt(7) == 0 ? List.of(figure()) : List.of())
        .setHandle(handle)
        .setUrl("https://x.com/" + handle + "/status/" + id)
        .setArticle(article())
        .setPostedAt(arrival.minusMillis((long) (age * 1_000)))
        .setPostedAtPrecision(TimePrecision.MILLIS)
        .setPostedAtSource(TimeSource.ID)
        .setIngestedAt(arrival)
        .setTextFingerprint(fingerprint())
        .build();
  }

  /** None for one incident in ten, a country alone for another. */
  private IncidentPlace place() {
    int place = places.next(random);
    int kind = random.nextInt(10);
    if (kind == 0) {
      return null;
    }
    int country = place % COUNTRIES;
    String code = "" + (char) ('A' + country / 20) + (char) ('A' + country % 20);
    IncidentPlace.Builder builder = IncidentPlace.newBuilder().setCountry(code);
    return kind == 1
        ? builder
            .setGeonameId(9_000_000L + country)
            .setName("Country " + code)
            .setKind("COUNTRY")
            .build()
        : builder
            .setGeonameId(3_000_000L + place)
            .setName("Invented Town " + place)
            .setKind("CITY")
            .setLatitude(place / 4.0)
            .setLongitude(place / 2.0)
            .build();
  }

  private List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      spans.add(
          new Span("words that say what happened".substring(0, 8 + random.nextInt(20)), 5, 33));
    }
    return spans;
  }

  private Figure figure() {
    return Figure.newBuilder()
        .setKind(FigureKind.values()[random.nextInt(FigureKind.values().length - 1)])
        .setCount(random.nextInt(1, 200))
        .setModifier(random.nextBoolean() ? FigureModifier.EXACT : FigureModifier.AT_LEAST)
        .setStart(10)
        .setEnd(22)
        .build();
  }

  private Article article() {
    int outlet = outlets.next(random);
    String url =
        "https://outlet" + outlet + ".example/2025/03/01/a-story-of-" + random.nextInt(1_000_000);
    return Article.newBuilder()
        .setKey(url)
        .setUrl(url)
        .setTitle("What the posts say about a story of today, by our reporters")
        .setOutlet("outlet" + outlet + ".example")
        .build();
  }

  /** One text in eight is one of a few that many post. */
  private String fingerprint() {
    long text = random.nextInt(8) == 0 ? random.nextInt(500) : random.nextLong();
    return String.format("%016x", text * 0x9E3779B97F4A7C15L);
  }
}

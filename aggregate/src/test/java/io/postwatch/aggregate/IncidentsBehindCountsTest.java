// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import static io.postwatch.aggregate.Incidents.NOON;
import static io.postwatch.aggregate.Incidents.at;
import static io.postwatch.aggregate.Incidents.city;
import static io.postwatch.aggregate.Incidents.country;
import static io.postwatch.aggregate.Incidents.deleted;
import static io.postwatch.aggregate.Incidents.edited;
import static io.postwatch.aggregate.Incidents.incident;
import static io.postwatch.aggregate.Incidents.known;
import static io.postwatch.aggregate.Incidents.postedAt;
import static io.postwatch.aggregate.Incidents.seenAt;
import static io.postwatch.aggregate.Incidents.watchedBy;
import static io.postwatch.aggregate.Incidents.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.aggregate.counting.CountKey;
import io.postwatch.aggregate.query.FoundIncident;
import io.postwatch.aggregate.query.IncidentFilter;
import io.postwatch.aggregate.view.MetPlace;
import io.postwatch.aggregate.windows.WindowRule;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Clock;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.IncidentCountKey;
import io.postwatch.schema.IncidentPlace;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Who clicks on a number finds the posts that it counts, and no others. */
class IncidentsBehindCountsTest {
  private static final List<WindowRule> WINDOWS =
      Stream.of(Clock.values())
          .flatMap(
              clock ->
                  WindowRule.usual(
                      clock, List.of(WindowSize.MINUTE, WindowSize.HOUR, WindowSize.DAY))
                      .stream())
          .toList();

  private static final List<IncidentPlace> PLACES =
      List.of(country("NO", "Norway"), city(7, "Norvik", "NO"), city(9, "Sydhavn", "DK"));

  private static final List<Duration> AGES =
      List.of(
          Duration.ZERO,
          Duration.ofSeconds(61),
          Duration.ofMinutes(59),
          Duration.ofHours(7), // Too late for its minute.
          Duration.ofHours(13),
          Duration.ofDays(2));

  private static final List<TimePrecision> PRECISIONS =
      List.of(TimePrecision.MILLIS, TimePrecision.MINUTE, TimePrecision.DAY, TimePrecision.UNKNOWN);

  private static final List<Duration> ARRIVALS =
      List.of(
          Duration.ZERO,
          Duration.ofSeconds(30),
          Duration.ofSeconds(75), // Too late for its minute.
          Duration.ofMinutes(62),
          Duration.ofHours(20));

  enum Kind {
    SEEN,
    EDITED,
    EDITED_AGAIN,
    WITHDRAWN,
    DELETED
  }

  record Seen(int post, int article, int place, Kind kind) {}

  @Property(tries = 150)
  void behindEachCountAreExactlyThePostsThatItCountsWhateverTheOrder(
      @ForAll("histories") List<Seen> history) {
    try (ViewRun run = ViewRun.of(live())) {
      history.forEach(seen -> run.see(incident(seen)));

      for (Map.Entry<IncidentCountKey, IncidentCount> count : run.run.table().entrySet()) {
        List<String> posts = ViewRun.posts(run.behind(count.getKey()));
        assertThat(posts)
            .as("%s", count.getKey())
            .doesNotHaveDuplicates()
            .hasSize((int) count.getValue().getPosts());
        assertThat(posts)
            .containsAll(count.getValue().getEvidence().stream().map(e -> e.getPostKey()).toList());
      }
    }
  }

  @Property(tries = 50)
  void aRestartedInstanceFindsWhatItFoundBefore(@ForAll("histories") List<Seen> history) {
    KeptStores stores = new KeptStores();
    KeptWindows windows = new KeptWindows();
    List<String> before;
    try (ViewRun run = ViewRun.of(live(), stores, windows)) {
      history.forEach(seen -> run.see(incident(seen)));
      before = ViewRun.posts(run.at(""));
    }
    try (ViewRun run = ViewRun.of(live(), stores, windows)) {
      assertThat(ViewRun.posts(run.at(""))).isEqualTo(before);
    }
  }

  @Provide
  Arbitrary<List<Seen>> histories() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 11),
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(0, PLACES.size()),
            Arbitraries.frequency(
                Tuple.of(30, Kind.SEEN),
                Tuple.of(3, Kind.EDITED),
                Tuple.of(2, Kind.EDITED_AGAIN),
                Tuple.of(2, Kind.WITHDRAWN),
                Tuple.of(1, Kind.DELETED)))
        .as(Seen::new)
        .list()
        .ofMaxSize(40);
  }

  private static Incident incident(Seen seen) {
    TimePrecision precision = PRECISIONS.get(seen.post() % PRECISIONS.size());
    Incident plain =
        seenAt(
            known(
                postedAt(
                    Incidents.incident("" + seen.post(), "a" + seen.article()),
                    NOON.minus(AGES.get(seen.post() % AGES.size()))),
                precision,
                precision == TimePrecision.UNKNOWN ? TimeSource.INGEST : TimeSource.PAGE),
            AggregateRun.START.minus(
                ARRIVALS.get((seen.post() * 3 + seen.article()) % ARRIVALS.size())));
    Incident placed = seen.place() == PLACES.size() ? plain : at(plain, PLACES.get(seen.place()));
    return switch (seen.kind()) {
      case SEEN -> placed;
      case EDITED -> edited(placed, NOON.plusSeconds(1));
      case EDITED_AGAIN -> edited(placed, NOON.plusSeconds(2));
      case WITHDRAWN -> withdrawn(placed, NOON.plusSeconds(1));
      case DELETED -> deleted(placed);
    };
  }

  @Example
  void theNewestComesFirstByTheClockThatIsAskedFor() {
    try (ViewRun run = ViewRun.of(live())) {
      run.see(
          seenAt(postedAt(Incidents.incident("1", "a"), NOON.minusSeconds(1)), NOON.plusSeconds(9)),
          seenAt(
              postedAt(Incidents.incident("2", "b"), NOON.minusSeconds(3)), NOON.plusSeconds(30)),
          seenAt(
              postedAt(Incidents.incident("3", "c"), NOON.minusSeconds(2)), NOON.plusSeconds(20)));

      assertThat(ViewRun.posts(run.at(""))).containsExactly("x:2", "x:3", "x:1");
      assertThat(ViewRun.posts(run.all(asked(Clock.POSTED, NOON.minusSeconds(60), NOON, ""))))
          .containsExactly("x:1", "x:3", "x:2");
    }
  }

  @Example
  void aPostInFortyArticlesIsOneIncidentWithTheFirstFiveOfThem() {
    try (ViewRun run = ViewRun.of(live())) {
      for (int article = 0; article < 40; article++) {
        run.see(Incidents.incident("1", "a" + article));
      }

      List<FoundIncident> found = run.at("");

      assertThat(found).hasSize(1);
      assertThat(found.get(0).sightings()).isEqualTo(40);
      assertThat(found.get(0).known().articles())
          .extracting(article -> article.url())
          .containsExactly(
              "https://news.example/a0",
              "https://news.example/a1",
              "https://news.example/a2",
              "https://news.example/a3",
              "https://news.example/a4");
    }
  }

  @Example
  void aCountryCoversItsPlacesAndEachIsShownAtThePlaceAskedFor() {
    try (ViewRun run = ViewRun.of(live())) {
      run.see(
          at(Incidents.incident("1", "a"), city(7, "Norvik", "NO")),
          at(Incidents.incident("1", "a"), city(8, "Fjordby", "NO")),
          at(Incidents.incident("2", "a"), city(9, "Sydhavn", "DK")));

      assertThat(ViewRun.posts(run.at("NO"))).containsExactly("x:1");
      assertThat(run.at("7").get(0).shown().getPlace().getName()).isEqualTo("Norvik");
      assertThat(run.at("8").get(0).shown().getPlace().getName()).isEqualTo("Fjordby");
      assertThat(run.at("SE")).isEmpty();
    }
  }

  @Example
  void anEditReplacesWhatIsShownAndADeletionTakesItAway() {
    try (ViewRun run = ViewRun.of(live())) {
      run.see(at(Incidents.incident("1", "a"), city(7, "Norvik", "NO")));
      run.see(
          edited(at(Incidents.incident("1", "a"), city(9, "Sydhavn", "DK")), NOON.plusSeconds(5)));

      assertThat(run.at("7")).isEmpty();
      assertThat(run.at("DK")).hasSize(1);

      run.see(deleted(Incidents.incident("1", "a")));

      assertThat(run.at("")).isEmpty();
      assertThat(run.reader().incident(0, "protest", "x:1"))
          .hasValueSatisfying(
              left -> {
                assertThat(left.retraction()).isPresent();
                assertThat(left.versions()).allMatch(version -> version.getEvidence().isEmpty());
              });
    }
  }

  @Example
  void onlyThePostsOfAWatchListOrAPlatformAreShownToThoseWhoAskForIt() {
    try (ViewRun run = ViewRun.of(live())) {
      run.see(watchedBy(Incidents.incident("1", "a"), "desk"), Incidents.incident("2", "a"));

      IncidentFilter ofDesk = asked(Clock.SEEN, Instant.EPOCH, NOON.plusSeconds(600), "desk");
      assertThat(ViewRun.posts(run.all(ofDesk))).containsExactly("x:1");
      IncidentFilter elsewhere =
          new IncidentFilter(
              Set.of("protest"), "", Clock.SEEN, 0, IncidentFilter.FOR_EVER, "", "bluesky", "");
      assertThat(run.all(elsewhere)).isEmpty();
    }
  }

  @Example
  void whatWasSeenLongAgoIsForgotten() {
    try (ViewRun run = ViewRun.of(live())) {
      run.see(Incidents.incident("1", "a"));
      run.pass(Duration.ofDays(15));
      Instant later = AggregateRun.START.plus(Duration.ofDays(15));
      run.see(seenAt(postedAt(Incidents.incident("2", "a"), later), later));

      assertThat(ViewRun.posts(run.at(""))).containsExactly("x:2");
    }
  }

  @Example
  void aPlaceIsKnownWithItsCoordinatesAndACountryOnceSomethingWasReportedOfItself() {
    IncidentPlace norvik =
        IncidentPlace.newBuilder(city(7, "Norvik", "NO"))
            .setLatitude(60.5)
            .setLongitude(5.25)
            .build();
    IncidentPlace norway =
        IncidentPlace.newBuilder(country("NO", "Norway"))
            .setLatitude(62.0)
            .setLongitude(10.0)
            .build();
    try (ViewRun run = ViewRun.of(live())) {
      run.see(at(Incidents.incident("1", "a"), norvik));

      assertThat(run.reader().place("7"))
          .contains(new MetPlace("7", "Norvik", "NO", 60.5, 5.25, "CITY"));
      assertThat(run.reader().place("NO"))
          .contains(new MetPlace("NO", "Norway", "NO", null, null, "COUNTRY"));
      assertThat(run.reader().place("8")).isEmpty();

      run.see(at(Incidents.incident("2", "a"), norway));

      assertThat(run.reader().place("NO"))
          .contains(new MetPlace("NO", "Norway", "NO", 62.0, 10.0, "COUNTRY"));
    }
  }

  private static IncidentFilter asked(Clock clock, Instant from, Instant to, String watchList) {
    return new IncidentFilter(
        Set.of("protest"),
        "",
        clock,
        from.toEpochMilli(),
        to.toEpochMilli(),
        watchList.isEmpty() ? CountKey.NO_LIST : watchList,
        "",
        "");
  }

  private static CountingRules live() {
    return CountingRules.live(WINDOWS).updatingEvery(Duration.ZERO);
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import static io.postwatch.aggregate.Incidents.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.aggregate.Recount.Totals;
import io.postwatch.aggregate.windows.WindowRule;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Clock;
import io.postwatch.schema.CountStatus;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.IncidentCountKey;
import io.postwatch.schema.IncidentPlace;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.test.TestRecord;

/** Whatever the order, the repetitions and the restarts: the counts are those of a recount. */
class OracleTest {
  private static final List<Duration> SIZES =
      List.of(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(1));

  private static final List<Clock> CLOCKS = List.of(Clock.POSTED, Clock.SEEN);

  private static final Map<Clock, Duration> GRACE =
      Map.of(Clock.POSTED, Duration.ofMinutes(30), Clock.SEEN, Duration.ofSeconds(10));

  /** A second and a little more: no update waits longer. */
  private static final int TURNS_TO_TELL_ALL = 11;

  private static final List<IncidentPlace> PLACES =
      List.of(
          Incidents.country("NO", "Norway"),
          Incidents.city(7, "Norvik", "NO"),
          Incidents.city(8, "Fjordby", "NO"),
          Incidents.city(9, "Sydhavn", "DK"));

  private static final List<Duration> AGES =
      List.of(
          Duration.ZERO,
          Duration.ofSeconds(59),
          Duration.ofMinutes(1),
          Duration.ofMinutes(31), // Its minute closes at NOON: to the instant when the next comes.
          Duration.ofMinutes(61),
          Duration.ofHours(20),
          Duration.ofDays(2),
          Duration.ofDays(9 * 365));

  /** How long before the first minute after noon a sighting arrived. */
  private static final List<Duration> ARRIVALS =
      List.of(
          Duration.ZERO,
          Duration.ofMillis(1),
          Duration.ofSeconds(30),
          Duration.ofSeconds(69),
          Duration.ofSeconds(71),
          Duration.ofMinutes(61),
          Duration.ofHours(20));

  // As many as share no factor with the ages, so that each meets each.
  private static final List<TimePrecision> PRECISIONS =
      List.of(
          TimePrecision.MILLIS,
          TimePrecision.MILLIS,
          TimePrecision.DAY,
          TimePrecision.MILLIS,
          TimePrecision.UNKNOWN);

  /** A sighting: which post is seen where, and which of its topics and places is reported. */
  record Seen(int post, int article, int topic, int place) {}

  @Property(tries = 200)
  void anArchiveCountsAsARecountDoesAndFinishesEachWindowOnce(
      @ForAll("histories") List<Seen> history) {
    List<Incident> incidents = history.stream().map(OracleTest::incident).toList();
    try (AggregateRun run = AggregateRun.of(archive())) {
      incidents.forEach(run::see);
      run.drain();

      List<AggregateRun.Update> updates = run.updates();
      assertThat(totals(run.table())).isEqualTo(Recount.of(incidents, CLOCKS, SIZES));
      assertThat(finals(updates)).hasSameSizeAs(run.table().keySet()).doesNotHaveDuplicates();
      assertThat(run.table().values()).allMatch(count -> count.getStatus() == CountStatus.FINAL);
    }
  }

  @Property(tries = 100)
  void restartsAndEarlyClosingsChangeNoArchivesCounts(
      @ForAll("histories") List<Seen> history,
      @ForAll @IntRange(max = 60) int firstRun,
      @ForAll boolean drained) {
    List<Incident> incidents = history.stream().map(OracleTest::incident).toList();
    int first = Math.min(firstRun, incidents.size());
    KeptStores state = new KeptStores();
    Map<IncidentCountKey, IncidentCount> table = new HashMap<>();
    try (AggregateRun run = AggregateRun.of(archive(), state)) {
      incidents.subList(0, first).forEach(run::see);
      if (drained) {
        run.drain();
      }
      table.putAll(run.table());
    }
    try (AggregateRun run = AggregateRun.of(archive(), state)) {
      incidents.subList(first, incidents.size()).forEach(run::see);
      run.drain();
      table.putAll(run.table());
    }

    assertThat(totals(table)).isEqualTo(Recount.of(incidents, CLOCKS, SIZES));
    assertThat(table.values()).noneMatch(count -> count.getStatus() == CountStatus.PROVISIONAL);
  }

  @Property(tries = 200)
  void liveCountsAreARecountOfWhatWasNotLateAndTheLateTopicHasTheRestWhateverTheRestarts(
      @ForAll("histories") List<Seen> history, @ForAll @IntRange(max = 80) int firstRun) {
    List<Incident> incidents = history.stream().map(OracleTest::incident).toList();
    int first = Math.min(firstRun, incidents.size());
    KeptStores state = new KeptStores();
    List<AggregateRun.Update> updates = new ArrayList<>();
    List<String> late = new ArrayList<>();

    Instant restart =
        runLive(state, AggregateRun.START, incidents.subList(0, first), updates, late);
    runLive(state, restart, incidents.subList(first, incidents.size()), updates, late);

    Map<IncidentCountKey, IncidentCount> table = new HashMap<>();
    updates.forEach(update -> table.put(update.key(), update.count()));
    assertThat(totals(table)).isEqualTo(recountInTime(incidents));
    assertThat(late).isEqualTo(lateSizes(incidents));
    assertThat(finals(updates)).doesNotHaveDuplicates();
    assertThat(updates).noneMatch(update -> update.count().getStatus() == CountStatus.CORRECTED);
  }

  /** Sees the incidents a turn apart, and stops when all is told; returns when. */
  private static Instant runLive(
      KeptStores state,
      Instant start,
      List<Incident> incidents,
      List<AggregateRun.Update> updates,
      List<String> late) {
    try (AggregateRun run = AggregateRun.of(live(), state, start)) {
      for (Incident incident : incidents) {
        run.see(incident);
        run.turns(1);
        late.addAll(run.late().stream().map(OracleTest::lateFor).toList());
      }
      run.turns(TURNS_TO_TELL_ALL);
      updates.addAll(run.updates());
      return start.plus(AggregateRun.TURN.multipliedBy(incidents.size() + TURNS_TO_TELL_ALL));
    }
  }

  private static Map<IncidentCountKey, Totals> recountInTime(List<Incident> incidents) {
    Map<IncidentCountKey, Totals> totals = new HashMap<>();
    for (Clock clock : CLOCKS) {
      for (Duration size : SIZES) {
        List<Incident> inTime = new ArrayList<>();
        for (int i = 0; i < incidents.size(); i++) {
          if (!isLate(incidents.get(i), clock, size, time(clock, incidents.subList(0, i + 1)))) {
            inTime.add(incidents.get(i));
          }
        }
        totals.putAll(Recount.of(inTime, List.of(clock), List.of(size)));
      }
    }
    return totals;
  }

  private static List<String> lateSizes(List<Incident> incidents) {
    List<String> late = new ArrayList<>();
    for (int i = 0; i < incidents.size(); i++) {
      List<Incident> seen = incidents.subList(0, i + 1);
      String sizes = lateSizes(seen, Clock.POSTED) + "/" + lateSizes(seen, Clock.SEEN);
      if (!sizes.equals("/")) {
        late.add(sizes);
      }
    }
    return late;
  }

  /** The sizes that the last of these incidents is too late for. */
  private static String lateSizes(List<Incident> seen, Clock clock) {
    Incident last = seen.get(seen.size() - 1);
    return SIZES.stream()
        .filter(size -> isLate(last, clock, size, time(clock, seen)))
        .map(size -> WindowSize.of(size).toString())
        .collect(Collectors.joining(","));
  }

  private static boolean isLate(Incident incident, Clock clock, Duration size, Instant time) {
    return Recount.of(List.of(incident), List.of(clock), List.of(size)).keySet().stream()
        .map(key -> key.getWindowStart().plus(size).plus(GRACE.get(clock)))
        .anyMatch(closing -> !closing.isAfter(time));
  }

  /** What a clock shows when these incidents have come. */
  private static Instant time(Clock clock, List<Incident> seen) {
    return seen.stream()
        .flatMap(incident -> time(clock, incident).stream())
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private static Optional<Instant> time(Clock clock, Incident incident) {
    Instant seenAt = incident.getIngestedAt();
    if (clock == Clock.SEEN) {
      return Optional.of(seenAt);
    }
    Instant postedAt =
        incident.getPostedAtPrecision() == TimePrecision.DAY
            ? incident.getPostedAt().truncatedTo(ChronoUnit.DAYS)
            : incident.getPostedAt();
    return incident.getPostedAtPrecision() == TimePrecision.UNKNOWN
        ? Optional.empty()
        : Optional.of(postedAt.isBefore(seenAt) ? postedAt : seenAt);
  }

  @Provide
  Arbitrary<List<Seen>> histories() {
    Arbitrary<Seen> seen =
        Combinators.combine(
                Arbitraries.integers().between(0, 19),
                Arbitraries.integers().between(0, 4),
                Arbitraries.integers().between(0, 1),
                Arbitraries.integers().between(0, PLACES.size()))
            .as(Seen::new);
    // By itself jqwik prefers lists that are too short to repeat much.
    return seen.list().ofMaxSize(80).withSizeDistribution(RandomDistribution.uniform());
  }

  /** All that a post has follows from its number, so that a counterexample reads easily. */
  private static Incident incident(Seen seen) {
    Instant postedAt = NOON.minus(AGES.get(seen.post() % AGES.size()));
    TimePrecision precision = PRECISIONS.get(seen.post() % PRECISIONS.size());
    return Incident.newBuilder(Incidents.incident("" + seen.post(), "a" + seen.article()))
        .setTopic(seen.topic() == 0 ? "protest" : "strike")
        .setPlace(seen.place() == PLACES.size() ? null : PLACES.get(seen.place()))
        .setHandle(seen.post() % 5 == 0 ? null : "author" + seen.post() % 3)
        .setArticle(
            Incidents.article(
                "a" + seen.article(), seen.article() == 0 ? null : "outlet" + seen.article() % 2))
        .setPostedAt(postedAt)
        .setTextFingerprint(seen.post() % 4 == 0 ? null : "text" + seen.post() % 6)
        .setIngestedAt(
            AggregateRun.START.minus(
                ARRIVALS.get((seen.post() * 5 + seen.article()) % ARRIVALS.size())))
        .setPostedAtPrecision(precision)
        .setPostedAtSource(precision == TimePrecision.UNKNOWN ? TimeSource.INGEST : TimeSource.PAGE)
        .build();
  }

  private static CountingRules archive() {
    return CountingRules.archive(
        CLOCKS.stream().flatMap(clock -> WindowRule.usual(clock, sizes()).stream()).toList());
  }

  private static CountingRules live() {
    return new CountingRules(
        CLOCKS.stream().flatMap(OracleTest::windows).toList(),
        Duration.ofDays(1),
        Optional.empty(),
        Duration.ofDays(7),
        Lateness.DIVERT,
        Duration.ofSeconds(1));
  }

  private static Stream<WindowRule> windows(Clock clock) {
    return sizes().stream().map(size -> new WindowRule(clock, size, GRACE.get(clock)));
  }

  private static List<WindowSize> sizes() {
    return SIZES.stream().map(WindowSize::of).toList();
  }

  private static String lateFor(TestRecord<String, Incident> late) {
    return header(late, LateHeaders.WINDOWS) + "/" + header(late, LateHeaders.SEEN_WINDOWS);
  }

  private static String header(TestRecord<String, Incident> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static List<IncidentCountKey> finals(List<AggregateRun.Update> updates) {
    return updates.stream()
        .filter(update -> update.count().getStatus() == CountStatus.FINAL)
        .map(AggregateRun.Update::key)
        .toList();
  }

  private static Map<IncidentCountKey, Totals> totals(Map<IncidentCountKey, IncidentCount> counts) {
    Map<IncidentCountKey, Totals> totals = new HashMap<>();
    counts.forEach(
        (key, count) ->
            totals.put(
                key,
                new Totals(
                    count.getPosts(),
                    count.getSightings(),
                    count.getAuthors(),
                    count.getOutlets(),
                    count.getDistinctTexts())));
    return totals;
  }
}

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
import io.postwatch.schema.Retraction;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
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

  private static final List<String> TOPICS = List.of("protest", "strike");

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

  /** What a record tells of a post: it is seen, as written or edited, or takes back what was. */
  enum Kind {
    SEEN,
    EDITED_ONCE,
    EDITED_TWICE,
    WITHDRAWN_BY_FIRST_EDIT,
    DELETED
  }

  /** A record: of which post, seen where, and which of its topics and places is reported. */
  record Seen(int post, int article, int topic, int place, Kind kind) {}

  @Property(tries = 200)
  void anArchiveCountsAsARecountDoesAndFinishesEachWindowOnce(
      @ForAll("histories") List<Seen> history) {
    List<Incident> incidents = history.stream().map(OracleTest::incident).toList();
    try (AggregateRun run = AggregateRun.of(archive())) {
      incidents.forEach(run::see);
      run.drain();

      List<AggregateRun.Update> updates = run.updates();
      assertThat(differences(totals(run.table()), recount(incidents))).isEmpty();
      assertThat(finals(updates)).hasSameSizeAs(run.table().keySet()).doesNotHaveDuplicates();
      assertThat(run.table().values()).allMatch(count -> count.getStatus() == CountStatus.FINAL);
    }
  }

  @Property(tries = 200)
  void anArchivesCountsAreTheSameInAnyOrder(
      @ForAll("histories") List<Seen> history, @ForAll Random order) {
    List<Incident> incidents = history.stream().map(OracleTest::incident).toList();
    List<Incident> shuffled = new ArrayList<>(incidents);
    Collections.shuffle(shuffled, order);
    try (AggregateRun run = AggregateRun.of(archive())) {
      shuffled.forEach(run::see);
      run.drain();

      assertThat(differences(totals(run.table()), recount(incidents))).isEmpty();
    }
  }

  @Property(tries = 200)
  void partitionsRestartsAndEarlyClosingsChangeNoArchivesCounts(
      @ForAll("histories") List<Seen> history,
      @ForAll @IntRange(max = 60) int firstRun,
      @ForAll boolean drained) {
    List<Incident> incidents = history.stream().map(OracleTest::incident).toList();
    int first = Math.min(firstRun, incidents.size());
    Map<IncidentCountKey, IncidentCount> table = new HashMap<>();
    for (String topic : TOPICS) {
      KeptStores state = new KeptStores();
      try (AggregateRun run = AggregateRun.of(archive(), state)) {
        incidents.subList(0, first).stream().filter(isOf(topic)).forEach(run::see);
        if (drained) {
          run.drain();
        }
        table.putAll(run.table());
      }
      try (AggregateRun run = AggregateRun.of(archive(), state)) {
        incidents.subList(first, incidents.size()).stream().filter(isOf(topic)).forEach(run::see);
        run.drain();
        table.putAll(run.table());
      }
    }

    assertThat(differences(totals(table), recount(incidents))).isEmpty();
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
    assertThat(differences(totals(table), recountInTime(incidents))).isEmpty();
    assertThat(late).isEqualTo(lateSizes(incidents));
    assertThat(finals(updates)).doesNotHaveDuplicates();
    if (history.stream().allMatch(seen -> seen.kind() == Kind.SEEN)) {
      assertThat(updates).noneMatch(update -> update.count().getStatus() == CountStatus.CORRECTED);
    }
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

  private static Map<IncidentCountKey, Totals> recount(List<Incident> incidents) {
    return Recount.of(Recount.standing(incidents, incidents), CLOCKS, SIZES);
  }

  private static Map<IncidentCountKey, Totals> recountInTime(List<Incident> incidents) {
    Map<IncidentCountKey, Totals> totals = new HashMap<>();
    for (Clock clock : CLOCKS) {
      for (Duration size : SIZES) {
        List<Incident> inTime =
            IntStream.range(0, incidents.size())
                .filter(i -> isInTime(incidents.subList(0, i + 1), clock, size))
                .mapToObj(incidents::get)
                .toList();
        totals.putAll(
            Recount.of(Recount.standing(incidents, inTime), List.of(clock), List.of(size)));
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

  /** The sizes that the last of these incidents is too late for, and that have not counted it. */
  private static String lateSizes(List<Incident> seen, Clock clock) {
    Incident last = seen.get(seen.size() - 1);
    if (last.getRetraction() != null || Recount.isDeleted(last, seen)) {
      return "";
    }
    return SIZES.stream()
        .filter(size -> !isInTime(seen, clock, size) && !isCounted(seen, clock, size))
        .map(size -> WindowSize.of(size).toString())
        .collect(Collectors.joining(","));
  }

  /** Whether the last of these comes before its window closes. */
  private static boolean isInTime(List<Incident> seen, Clock clock, Duration size) {
    Instant now = time(clock, seen);
    return Recount.of(List.of(seen.get(seen.size() - 1)), List.of(clock), List.of(size))
        .keySet()
        .stream()
        .map(key -> key.getWindowStart().plus(size).plus(GRACE.get(clock)))
        .allMatch(closing -> closing.isAfter(now));
  }

  /** Whether what the last of these tells had come before, in time. */
  private static boolean isCounted(List<Incident> seen, Clock clock, Duration size) {
    Incident last = seen.get(seen.size() - 1);
    List<Incident> ofPost =
        seen.stream().filter(other -> Recount.isOfSamePost(other, last)).toList();
    boolean isEdited = ofPost.stream().anyMatch(Recount::isEditedReport);
    return IntStream.range(0, seen.size() - 1)
        .filter(i -> Recount.isOfSamePost(seen.get(i), last))
        .filter(i -> seen.get(i).getRetraction() == null)
        .filter(i -> seen.get(i).getArticle().equals(last.getArticle()))
        .filter(i -> isEdited || seen.get(i).equals(last))
        .anyMatch(i -> isInTime(seen.subList(0, i + 1), clock, size));
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
                Arbitraries.integers().between(0, PLACES.size()),
                Arbitraries.frequency(
                    Tuple.of(40, Kind.SEEN),
                    Tuple.of(3, Kind.EDITED_ONCE),
                    Tuple.of(2, Kind.EDITED_TWICE),
                    Tuple.of(2, Kind.WITHDRAWN_BY_FIRST_EDIT),
                    Tuple.of(2, Kind.DELETED)))
            .as(Seen::new);
    // By itself jqwik prefers lists that are too short to repeat much.
    return seen.list().ofMaxSize(80).withSizeDistribution(RandomDistribution.uniform());
  }

  /** All that a post has follows from its number, so that a counterexample reads easily. */
  private static Incident incident(Seen seen) {
    Instant postedAt = NOON.minus(AGES.get(seen.post() % AGES.size()));
    TimePrecision precision = PRECISIONS.get(seen.post() % PRECISIONS.size());
    return Incident.newBuilder(Incidents.incident("" + seen.post(), "a" + seen.article()))
        .setTopic(TOPICS.get(seen.topic()))
        .setPlace(seen.place() == PLACES.size() ? null : PLACES.get(seen.place()))
        .setHandle(seen.post() % 5 == 0 ? null : "author" + seen.post() % 3)
        .setArticle(
            Incidents.article(
                "a" + seen.article(), seen.article() == 0 ? null : "outlet" + seen.article() % 2))
        .setPostedAt(postedAt)
        .setTextFingerprint(text(seen))
        .setEditedAt(editedAt(seen.kind()))
        .setRetraction(retraction(seen.kind()))
        .setIngestedAt(
            AggregateRun.START.minus(
                ARRIVALS.get((seen.post() * 5 + seen.article()) % ARRIVALS.size())))
        .setPostedAtPrecision(precision)
        .setPostedAtSource(precision == TimePrecision.UNKNOWN ? TimeSource.INGEST : TimeSource.PAGE)
        .build();
  }

  /** An edit says something else. */
  private static String text(Seen seen) {
    return seen.post() % 4 == 0
        ? null
        : "text" + seen.post() % 6 + (seen.kind() == Kind.EDITED_TWICE ? "!" : "");
  }

  private static Instant editedAt(Kind kind) {
    return switch (kind) {
      case SEEN, DELETED -> null;
      case EDITED_ONCE, WITHDRAWN_BY_FIRST_EDIT -> NOON.plusSeconds(1);
      case EDITED_TWICE -> NOON.plusSeconds(2);
    };
  }

  private static Retraction retraction(Kind kind) {
    return switch (kind) {
      case SEEN, EDITED_ONCE, EDITED_TWICE -> null;
      case WITHDRAWN_BY_FIRST_EDIT -> Retraction.EDITED;
      case DELETED -> Retraction.DELETED;
    };
  }

  private static Predicate<Incident> isOf(String topic) {
    return incident -> incident.getTopic().equals(topic);
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
        Duration.ofSeconds(1),
        1_000);
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

  /** What differs, and nothing else, so that a counterexample can be read. */
  private static List<String> differences(
      Map<IncidentCountKey, Totals> counted, Map<IncidentCountKey, Totals> recounted) {
    Set<IncidentCountKey> keys = new TreeSet<>(counted.keySet());
    keys.addAll(recounted.keySet());
    return keys.stream()
        .filter(key -> !Objects.equals(counted.get(key), recounted.get(key)))
        .map(key -> key + ": " + counted.get(key) + ", recounted " + recounted.get(key))
        .toList();
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
    // A recount does not know of what was there once.
    totals.values().removeIf(Totals.NOTHING::equals);
    return totals;
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.watch;

import static io.postwatch.aggregate.Incidents.at;
import static io.postwatch.aggregate.Incidents.by;
import static io.postwatch.aggregate.Incidents.city;
import static io.postwatch.aggregate.Incidents.saying;
import static io.postwatch.aggregate.watch.SpikeRun.PER_DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.aggregate.Incidents;
import io.postwatch.aggregate.KeptStores;
import io.postwatch.aggregate.spikes.SpikeRules;
import io.postwatch.runtime.trace.TraceContext;
import io.postwatch.schema.Clock;
import io.postwatch.schema.Evidence;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentPlace;
import io.postwatch.schema.Retraction;
import io.postwatch.schema.Spike;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which spikes the stream tells, when, and which it does not. */
class SpikeWatcherTest {
  private static final int DAY_5 = 5 * PER_DAY;
  private static final IncidentPlace NORVIK = city(7, "Norvik", "NO");

  /** A topic of one post in each interval for five days. */
  private static SpikeRun humming() {
    SpikeRun run = SpikeRun.start();
    run.hum(0, DAY_5);
    return run;
  }

  @Test
  void aSpikeSaysHowMuchSinceWhenWhereAndWhy() {
    try (SpikeRun run = humming()) {
      run.see(DAY_5, 40, post -> at(post, NORVIK));
      run.hum(DAY_5 + 1, DAY_5 + 3);

      Spike spike = run.told("7").get(0);
      assertThat(spike.getTopic()).isEqualTo("protest");
      assertThat(spike.getPlaceName()).isEqualTo("Norvik");
      assertThat(spike.getClock()).isEqualTo(Clock.SEEN);
      assertThat(spike.getWindowSize()).isEqualTo(300_000);
      assertThat(spike.getStartedAt()).isEqualTo(SpikeRun.at(DAY_5));
      assertThat(spike.getCountedUntil()).isEqualTo(SpikeRun.at(DAY_5 + 1));
      assertThat(spike.getUpdatedAt()).isEqualTo(SpikeRun.at(DAY_5 + 1));
      assertThat(spike.getEndedAt()).isNull();
      assertThat(spike.getObserved()).isEqualTo(40);
      assertThat(spike.getExpected()).isBetween(0.0, 1.0);
      assertThat(spike.getScore()).isGreaterThan(0.1);
      assertThat(spike.getAuthors()).isEqualTo(40);
      assertThat(spike.getOutlets()).isEqualTo(7);
      assertThat(spike.getEvidence())
          .hasSize(5)
          .allSatisfy(post -> assertThat(post.getText()).isEqualTo("crowds march"))
          .extracting(Evidence::getHandle)
          .doesNotHaveDuplicates();
      assertThat(run.told("NO").get(0).getPlaceName()).isEqualTo("Norway");
      assertThat(run.told("").get(0).getObserved()).isEqualTo(40);
    }
  }

  @Test
  void aSpikeIsToldInTheTraceOfTheLatestPostOfItsOwnThatHadOne() {
    TraceContext first = trace(1);
    TraceContext second = trace(2);
    try (SpikeRun run = humming()) {
      run.see(at(run.post(DAY_5), NORVIK), first);
      run.see(at(run.post(DAY_5), NORVIK), second);
      run.see(DAY_5, 38, post -> at(post, NORVIK));
      run.see(at(run.post(DAY_5), city(8, "Sundal", "SE")), trace(3));
      run.hum(DAY_5 + 1, DAY_5 + 3);

      assertThat(run.traces("7")).isNotEmpty().containsOnly(second);
      assertThat(run.traces("NO")).isNotEmpty().containsOnly(second);
    }
  }

  private static TraceContext trace(int number) {
    return new TraceContext(
        "00-%032x-%016x-01".formatted(number, number), "state=" + number, "desk=" + number);
  }

  @Test
  void aSpikeOfPostsWithoutATraceIsToldInNone() {
    try (SpikeRun run = humming()) {
      run.see(DAY_5, 40, post -> at(post, NORVIK));
      run.hum(DAY_5 + 1, DAY_5 + 3);

      assertThat(run.traces("7")).isNotEmpty().containsOnly(TraceContext.NONE);
    }
  }

  @Test
  void whileItGrowsASpikeIsToldOnceAnIntervalAndOnceWhenItIsOver() {
    try (SpikeRun run = humming()) {
      for (int i = 0; i < 4; i++) {
        run.see(DAY_5 + i, 30, post -> post);
      }
      run.hum(DAY_5 + 4, DAY_5 + PER_DAY);

      List<Spike> told = run.told("");
      assertThat(told).extracting(Spike::getStartedAt).containsOnly(SpikeRun.at(DAY_5));
      assertThat(told).extracting(Spike::getUpdatedAt).doesNotHaveDuplicates().isSorted();
      assertThat(told).extracting(Spike::getObserved).startsWith(30L, 60L, 90L, 120L).isSorted();
      Spike last = told.get(told.size() - 1);
      assertThat(last.getEndedAt()).isEqualTo(last.getCountedUntil());
      assertThat(last.getUpdatedAt())
          .isEqualTo(last.getEndedAt().plus(Duration.ofHours(12)).plus(SpikeRun.INTERVAL));
      assertThat(told).filteredOn(spike -> spike.getEndedAt() != null).hasSize(1);
    }
  }

  @Test
  void aStoryInFortyArticlesIsNoSpike() {
    try (SpikeRun run = humming()) {
      // A post alone, then a story that embeds thirty.
      List<Incident> posts = new ArrayList<>(List.of(run.post(DAY_5)));
      for (int story = 0; story < 2; story++) {
        for (int copy = 0; copy < 40; copy++) {
          int interval = DAY_5 + 150 * story + copy / 20;
          String name = story + "-" + copy;
          for (Incident post : posts) {
            run.see(
                Incident.newBuilder(post)
                    .setArticle(Incidents.article(name, "The " + name + " Times"))
                    .setIngestedAt(SpikeRun.at(interval))
                    .build());
          }
          run.hum(interval, interval + (copy % 20 == 0 ? 1 : 0));
        }
        for (int i = 0; i < 30; i++) {
          posts.add(run.post(DAY_5));
        }
        run.hum(DAY_5 + 150 * story + 2, DAY_5 + 150 * story + 150);
      }

      assertThat(run.told()).isEmpty();
    }
  }

  @Test
  void aSpikeDoesNotGrowByTheSamePostsInFurtherArticles() {
    try (SpikeRun run = humming()) {
      List<Incident> posts = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        posts.add(at(run.post(DAY_5), NORVIK));
      }
      for (int again = 0; again < 4; again++) {
        for (Incident post : posts) {
          String outlet = again + "-" + posts.indexOf(post) % 3;
          run.see(in(Incidents.seenAt(post, SpikeRun.at(DAY_5 + again)), outlet));
        }
      }
      run.hum(DAY_5 + 4, DAY_5 + 6);

      assertThat(run.told("7")).isNotEmpty().extracting(Spike::getObserved).containsOnly(40L);
    }
  }

  @Test
  void oneTextByManyAccountsIsNoSpike() {
    try (SpikeRun run = humming()) {
      run.see(DAY_5, 300, post -> saying(post, "00112233445566ff"));
      run.hum(DAY_5 + 1, DAY_5 + 20);

      assertThat(run.told()).isEmpty();
    }
  }

  @Test
  void manyPostsByOneAccountAreNoSpikeEvenWhereOthersPost() {
    try (SpikeRun run = humming()) {
      for (int i = 0; i < 12; i++) {
        run.see(DAY_5 + i, 60, post -> by(post, "busy"));
        run.hum(DAY_5 + i, DAY_5 + i + 1);
      }
      run.hum(DAY_5 + 12, DAY_5 + 20);

      assertThat(run.told()).isEmpty();
    }
  }

  @Test
  void aSpikeIsToldWhenASecondOutletHasIt() {
    try (SpikeRun run = SpikeRun.start()) {
      run.hum(0, DAY_5, SpikeWatcherTest::elsewhere);
      run.see(DAY_5, 30, post -> at(in(post, "first"), NORVIK));
      run.hum(DAY_5, DAY_5 + 1, SpikeWatcherTest::elsewhere);
      run.see(DAY_5 + 1, 20, post -> at(in(post, "first"), NORVIK));
      run.see(DAY_5 + 2, 1, post -> at(in(post, "second"), NORVIK));
      run.hum(DAY_5 + 3, DAY_5 + 5, SpikeWatcherTest::elsewhere);

      Spike first = run.told("7").get(0);
      assertThat(first.getUpdatedAt()).isEqualTo(SpikeRun.at(DAY_5 + 3));
      assertThat(first.getStartedAt()).isEqualTo(SpikeRun.at(DAY_5));
      assertThat(first.getObserved()).isEqualTo(51);
      assertThat(first.getOutlets()).isEqualTo(2);
    }
  }

  @Test
  void straightFromPlatformsTenAccountsMakeUpForOutlets() {
    assertThat(directSpike(9)).isEmpty();
    assertThat(directSpike(10))
        .first()
        .satisfies(spike -> assertThat(spike.getOutlets()).isZero())
        .satisfies(spike -> assertThat(spike.getAuthors()).isEqualTo(10));
  }

  /** What is told of a place where so many accounts post, whose posts are in no article. */
  private static List<Spike> directSpike(int accounts) {
    try (SpikeRun run = SpikeRun.start()) {
      run.hum(0, DAY_5, SpikeWatcherTest::elsewhere);
      for (int i = 0; i < 3; i++) {
        for (int account = 0; account < accounts; account++) {
          run.see(in(by(at(run.post(DAY_5 + i), NORVIK), "account" + account), null));
        }
      }
      run.hum(DAY_5 + 3, DAY_5 + 5, SpikeWatcherTest::elsewhere);
      return run.told("7");
    }
  }

  @Test
  void theFirstDisasterOfAPlaceIsToldAtOnce() {
    try (SpikeRun run = SpikeRun.start()) {
      run.hum(0, DAY_5, SpikeWatcherTest::elsewhere);
      run.see(DAY_5, 25, post -> at(post, NORVIK));
      run.hum(DAY_5 + 1, DAY_5 + 3, SpikeWatcherTest::elsewhere);

      assertThat(run.told("7")).first().satisfies(s -> assertThat(s.getObserved()).isEqualTo(25));
      assertThat(run.told("NO")).isNotEmpty();
    }
  }

  @Test
  void intervalsInWhichAPlaceHadNoPostsCountAsEmptyOnes() {
    try (SpikeRun run = SpikeRun.start()) {
      for (int interval = 0; interval < DAY_5; interval++) {
        run.hum(interval, interval + 1, SpikeWatcherTest::elsewhere);
        if (interval % 72 == 0) {
          run.see(interval, 1, post -> at(post, NORVIK));
        }
      }
      run.see(DAY_5, 15, post -> at(post, NORVIK));
      run.hum(DAY_5 + 1, DAY_5 + 3, SpikeWatcherTest::elsewhere);

      assertThat(run.told("7")).first().satisfies(s -> assertThat(s.getObserved()).isEqualTo(15));
    }
  }

  @Test
  void nothingIsToldOfATopicOfLessThanTwoDays() {
    try (SpikeRun run = SpikeRun.start()) {
      run.hum(0, PER_DAY);
      run.see(PER_DAY, 500, post -> post);
      run.hum(PER_DAY + 1, PER_DAY + 20);

      assertThat(run.told()).isEmpty();
    }
  }

  @Test
  void aPostAtTwoPlacesOfACountryIsOnePostThere() {
    try (SpikeRun run = humming()) {
      for (int i = 0; i < 40; i++) {
        Incident post = run.post(DAY_5);
        run.see(at(post, NORVIK));
        run.see(at(post, city(8, "Sundal", "NO")));
      }
      run.hum(DAY_5 + 1, DAY_5 + 3);

      for (String place : List.of("", "NO", "7", "8")) {
        assertThat(run.told(place).get(0).getObserved()).as(place).isEqualTo(40);
      }
    }
  }

  @Test
  void aSpikeThatIsFollowedBySilenceEndsByTheWallClock() {
    try (SpikeRun run =
        SpikeRun.start(SpikeRules.USUAL, new KeptStores(), SpikeRun.at(DAY_5 + 1))) {
      run.hum(0, DAY_5);
      run.see(DAY_5, 40, post -> post);
      assertThat(run.told()).isEmpty();

      run.pass(SpikeRun.IDLE);
      assertThat(run.told()).hasSize(1);

      run.pass(Duration.ofHours(14));
      Spike last = run.told().get(run.told().size() - 1);
      assertThat(last.getEndedAt()).isNotNull();
      assertThat(run.told()).filteredOn(spike -> spike.getEndedAt() != null).hasSize(1);
    }
  }

  @Test
  void whatPiledUpWhileInputStoodStillIsNoSpike() {
    try (SpikeRun run = SpikeRun.start()) {
      int back = DAY_5 + 30;
      for (int interval = 0; interval < DAY_5; interval++) {
        run.see(interval, 2, post -> post);
      }
      run.see(back, 40, post -> post);
      run.see(back + 1, 20, post -> post);
      for (int interval = back + 2; interval < back + 20; interval++) {
        run.see(interval, 2, post -> post);
      }
      assertThat(run.told()).isEmpty();

      run.see(back + 20, 40, post -> post);
      run.hum(back + 21, back + 23);
      assertThat(run.told()).isNotEmpty();
    }
  }

  @Test
  void aRestartInTheMiddleChangesNothing() {
    KeptStores stores = new KeptStores();
    List<Spike> whole = story(SpikeRun.start(), List.of());
    List<Spike> parts = story(restarted(stores), List.of(DAY_5, DAY_5 + 1, DAY_5 + 50), stores);

    assertThat(whole).isNotEmpty();
    assertThat(parts).isEqualTo(whole);
  }

  @Test
  void aReplayTellsTheSameHoweverTheWallClockRuns() {
    List<Spike> once = story(SpikeRun.start(), List.of());
    KeptStores stores = new KeptStores();
    List<Spike> again;
    try (SpikeRun run = SpikeRun.start(SpikeRules.USUAL, stores, SpikeRun.at(900 * PER_DAY))) {
      again = new ArrayList<>();
      for (int interval = 0; interval < DAY_5 + PER_DAY; interval++) {
        part(run, interval);
        run.pass(Duration.ofSeconds(2));
      }
      again.addAll(run.told());
    }

    assertThat(again).isEqualTo(once);
  }

  private static SpikeRun restarted(KeptStores stores) {
    return SpikeRun.start(SpikeRules.USUAL, stores, SpikeRun.at(200 * PER_DAY));
  }

  private static List<Spike> story(SpikeRun first, List<Integer> stops, KeptStores... stores) {
    List<Spike> told = new ArrayList<>();
    SpikeRun run = first;
    for (int interval = 0; interval < DAY_5 + PER_DAY; interval++) {
      if (stops.contains(interval)) {
        told.addAll(run.told());
        run.close();
        run = restarted(stores[0]);
      }
      part(run, interval);
    }
    told.addAll(run.told());
    run.close();
    return told;
  }

  /**
   * Posts of an interval that are the same in every run: some hum, and a story on the sixth day.
   */
  private static void part(SpikeRun run, int interval) {
    int number = interval >= DAY_5 && interval < DAY_5 + 6 ? 25 : 1 + interval % 2;
    for (int i = 0; i < number; i++) {
      String name = interval + "-" + i;
      Incident post = at(in(Incidents.incident(name, name), "outlet" + i % 5), NORVIK);
      run.see(Incidents.seenAt(post, SpikeRun.at(interval).plusSeconds(i)));
    }
  }

  @Test
  void whatIsTakenBackLaterWasNewsAndTakingBackIsNone() {
    try (SpikeRun run = humming()) {
      run.see(
          DAY_5, 300, post -> Incident.newBuilder(post).setRetraction(Retraction.DELETED).build());
      run.hum(DAY_5 + 1, DAY_5 + 3);

      assertThat(run.told()).isEmpty();
    }
  }

  @Test
  void aClockThatRunsAheadEndsNoIntervalAndItsPostsCountNow() {
    Instant now = SpikeRun.at(DAY_5).plusSeconds(60);
    try (SpikeRun run = SpikeRun.start(SpikeRules.USUAL, new KeptStores(), now)) {
      run.hum(0, DAY_5);
      run.see(DAY_5 + 200, 20, post -> post);
      run.see(DAY_5, 20, post -> post);
      assertThat(run.told()).isEmpty();

      run.pass(Duration.ofMinutes(6));
      assertThat(run.told().get(0).getObserved()).isEqualTo(40);
    }
  }

  @Test
  void anArrivalOfAnIntervalThatHasEndedIsLeftOut() {
    try (SpikeRun run = humming()) {
      run.hum(DAY_5, DAY_5 + 4);
      run.see(DAY_5, 300, post -> post);
      run.hum(DAY_5 + 4, DAY_5 + 8);

      assertThat(run.told()).isEmpty();
    }
  }

  @Test
  void aFloodOfPlacesTakesNoMoreStateThanItsBound() {
    KeptStores stores = new KeptStores();
    try (SpikeRun run = restarted(stores)) {
      run.hum(0, 3);
      for (int i = 0; i < 12_000; i++) {
        IncidentPlace place = city(1_000 + i, "Place " + i, "NO");
        run.see(at(run.post(3 + i / 4_000), place));
      }
      run.hum(6, 8);

      assertThat(stores.entries("spike-series")).isBetween(4_000L, SeriesWatch.MOST_SERIES + 10L);
      assertThat(stores.entries("spike-open")).isLessThan(10);
    }
  }

  @Test
  void postsAreForgottenAfterTwoDays() {
    KeptStores stores = new KeptStores();
    try (SpikeRun run = restarted(stores)) {
      run.hum(0, PER_DAY);
      run.pass(Duration.ofSeconds(1));
      long ofADay = stores.entries("spike-seen");
      run.hum(PER_DAY, 6 * PER_DAY);
      for (int i = 0; i < 3; i++) {
        run.pass(Duration.ofSeconds(1));
      }

      assertThat(stores.entries("spike-seen")).isLessThanOrEqualTo(2 * ofADay);
    }
  }

  @Test
  void otherIntervalsBeginAnew() {
    KeptStores stores = new KeptStores();
    Set<Instant> starts = new HashSet<>();
    for (Duration interval : List.of(Duration.ofMinutes(5), Duration.ofMinutes(10))) {
      SpikeRules rules = new SpikeRules(interval, 0.8, 3, 2, 10);
      try (SpikeRun run = SpikeRun.start(rules, stores, SpikeRun.at(200 * PER_DAY))) {
        int begin = starts.size() * 6 * PER_DAY;
        run.hum(begin, begin + DAY_5);
        run.see(begin + DAY_5, 60, post -> by(post, post.getHandle() + begin));
        run.hum(begin + DAY_5 + 1, begin + DAY_5 + 5);
        run.told().forEach(spike -> starts.add(spike.getStartedAt()));
      }
    }

    assertThat(starts).hasSize(2);
  }

  private static Incident elsewhere(Incident incident) {
    return at(incident, city(99, "Elsewhere", "SE"));
  }

  private static Incident in(Incident incident, String outlet) {
    return Incident.newBuilder(incident)
        .setArticle(Incidents.article("in-" + outlet + incident.getPostKey(), outlet))
        .build();
  }
}

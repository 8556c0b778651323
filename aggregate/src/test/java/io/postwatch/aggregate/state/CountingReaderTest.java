// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.state;

import static io.postwatch.aggregate.Incidents.NOON;
import static io.postwatch.aggregate.Incidents.at;
import static io.postwatch.aggregate.Incidents.city;
import static io.postwatch.aggregate.Incidents.incident;
import static io.postwatch.aggregate.Incidents.postedAt;
import static io.postwatch.aggregate.Incidents.watchedBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.aggregate.AggregateRun;
import io.postwatch.aggregate.Rules;
import io.postwatch.aggregate.counting.CountKey;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Clock;
import io.postwatch.schema.Incident;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountingReaderTest {
  private static final long TODAY = WindowSize.DAY.startOf(NOON.toEpochMilli());

  private final AggregateRun run = AggregateRun.of(Rules.live(WindowSize.HOUR, WindowSize.DAY));
  private final CountingReader reader = CountingReader.all(run.state(7)).get(7);

  @BeforeEach
  void count() {
    run.see(
        about("a", "1"),
        about("bb", "2"),
        // As long as the one before, and with bytes that are negative.
        about("é", "3"),
        about("a", "4"),
        watchedBy(at(about("a", "5"), city(1526384, "Almaty", "KZ")), "asia", "zz"),
        postedAt(about("a", "6"), NOON.minus(Duration.ofDays(3))));
  }

  @AfterEach
  void stop() {
    run.close();
  }

  private static Incident about(String topic, String post) {
    return Incident.newBuilder(incident(post, "of " + post)).setTopic(topic).build();
  }

  @Test
  void topicsAreFoundWithoutReadingTheirPosts() {
    assertThat(reader.topics(10)).containsExactly("a", "bb", "é");
    assertThat(reader.topics(2)).hasSize(2);
    assertThat(reader.knows("bb")).isTrue();
    assertThat(reader.knows("b")).isFalse();
    assertThat(reader.knows("")).isFalse();
  }

  @Test
  void windowsAreFoundFromTheNewestOn() {
    long day = WindowSize.DAY.millis();

    assertThat(reader.windows(Clock.POSTED, WindowSize.DAY))
        .containsExactly(TODAY, TODAY - 3 * day);
    assertThat(reader.windows(Clock.POSTED, WindowSize.DAY).limit(1)).containsExactly(TODAY);
    assertThat(reader.windows(Clock.SEEN, WindowSize.DAY)).isEmpty();
    assertThat(reader.windows(Clock.POSTED, WindowSize.MINUTE)).isEmpty();
  }

  @Test
  void watchListsAreFoundByWindow() {
    assertThat(reader.watchLists(Clock.POSTED, WindowSize.DAY, TODAY, 10))
        .containsExactly("asia", "zz");
    assertThat(reader.watchLists(Clock.POSTED, WindowSize.DAY, TODAY, 1)).containsExactly("zz");
    assertThat(reader.watchLists(Clock.POSTED, WindowSize.DAY, 0, 10)).isEmpty();
  }

  @Test
  void placesOfOneTopicAreVisitedFromOneOnUntilTheVisitorHasEnough() {
    assertThat(places("a", "", 10)).containsExactly("", "KZ", "1526384");
    assertThat(places("a", "KZ", 10)).containsExactly("KZ", "1526384");
    assertThat(places("a", "", 2)).containsExactly("", "KZ");
    assertThat(places("bb", "", 10)).containsExactly("");
    assertThat(places("none", "", 10)).isEmpty();
  }

  private List<String> places(String topic, String from, int most) {
    List<String> places = new ArrayList<>();
    reader.places(
        new CountKey(Clock.POSTED, CountKey.NO_LIST, topic, from, TODAY, WindowSize.DAY),
        (key, count) -> {
          assertThat(key.topic()).isEqualTo(topic);
          places.add(key.place());
          return places.size() < most;
        });
    return places;
  }

  @Test
  void clocksAreKnownOnceTheyHaveMetATime() {
    assertThat(reader.now(Clock.POSTED)).hasValue(NOON.toEpochMilli());
    assertThat(reader.now(Clock.SEEN)).isPresent();
    try (AggregateRun nothing = AggregateRun.of(Rules.live(WindowSize.DAY))) {
      CountingReader empty = CountingReader.all(nothing.state(0)).get(0);
      assertThat(empty.now(Clock.POSTED)).isEmpty();
      assertThat(empty.topics(10)).isEmpty();
    }
  }
}

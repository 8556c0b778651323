// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.aggregate;

import io.postwatch.aggregate.counting.CountKey;
import io.postwatch.aggregate.counting.PlaceRollUp;
import io.postwatch.runtime.Stage;
import io.postwatch.schema.Clock;
import io.postwatch.schema.CountStatus;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentCount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** When the final counts of a stream that has fallen silent can be read. */
final class SilentStream {
  private static final int INCIDENTS = 2_000;

  /**
   * By SEEN the usual one; by POSTED one of no less than {@code aggregate.idle-after}, before which
   * silence closes nothing by that clock.
   */
  private static final Map<Clock, Duration> GRACE =
      Map.of(Clock.SEEN, Duration.ofSeconds(10), Clock.POSTED, Duration.ofMinutes(1));

  private final Map<Clock, Finals> finals =
      Map.of(Clock.SEEN, new Finals(), Clock.POSTED, new Finals());
  private int written;

  private SilentStream() {}

  static void print(int perSecond, long seed) throws Exception {
    SilentStream silent = new SilentStream();
    silent.measure(perSecond, new InventedIncidents(seed, perSecond));
    for (Clock clock : List.of(Clock.SEEN, Clock.POSTED)) {
      silent.print(clock);
    }
  }

  private void measure(int perSecond, InventedIncidents incidents) throws Exception {
    try (BenchBroker broker = BenchBroker.start();
        Stage stage = Contender.ours("aggregate", settings()).start().on(broker);
        CountReader reader = new CountReader(broker, Set.of(Clock.values()), this::read);
        SteadyStream stream = new SteadyStream(broker.settings(Map.of()), perSecond)) {
      UpdateLatency.await(stage::isWorking, stage, reader);
      stream.write(
          INCIDENTS, at -> postOfItsOwn(incidents.at(at), at), (incident, at) -> written++);
      UpdateLatency.await(
          () -> finals.values().stream().allMatch(those -> those.posts() == INCIDENTS),
          stage,
          reader);
    }
  }

  private static Map<String, String> settings() {
    return Map.of(
        "aggregate.windows",
        "1m",
        "aggregate.grace.seen.1m",
        GRACE.get(Clock.SEEN).toSeconds() + "s",
        "aggregate.grace.posted.1m",
        GRACE.get(Clock.POSTED).toSeconds() + "s");
  }

  /** Written when it arrives: the windows of both clocks end at one time. */
  private Incident postOfItsOwn(Incident incident, Instant arrival) {
    return Incident.newBuilder(incident).setPostKey("x:" + written).setPostedAt(arrival).build();
  }

  private void read(CountKey key, IncidentCount count) {
    if (count.getStatus() == CountStatus.FINAL) {
      long closes =
          key.windowStart() + key.windowSize().millis() + GRACE.get(key.clock()).toMillis();
      boolean isTotal = key.place().equals(PlaceRollUp.EVERYWHERE.place());
      finals
          .get(key.clock())
          .add(System.currentTimeMillis() - closes, isTotal ? count.getPosts() : 0);
    }
  }

  private void print(Clock clock) {
    Quantiles millis = finals.get(clock).millis();
    System.out.printf(
        Locale.ROOT,
        "silent stream, windows of 1m by %s, grace %d s: %,d final counts %.1f to %.1f s (p50"
            + " %.1f) after window end and grace%n",
        clock,
        GRACE.get(clock).toSeconds(),
        finals.get(clock).counts(),
        millis.at(Double.MIN_VALUE) / 1e3,
        millis.at(1) / 1e3,
        millis.at(0.5) / 1e3);
  }
}

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.watch;

import static io.postwatch.aggregate.Incidents.at;
import static io.postwatch.aggregate.Incidents.city;
import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.aggregate.KeptStores;
import io.postwatch.aggregate.spikes.Chance;
import io.postwatch.aggregate.spikes.DetectedSpike;
import io.postwatch.aggregate.spikes.SpikeDetector;
import io.postwatch.aggregate.spikes.SpikeRules;
import io.postwatch.aggregate.spikes.SpikeSettings;
import io.postwatch.schema.Spike;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stream's detector is that of {@code spikes --series}: the same counts, the same spikes. */
class SeriesAndStreamTest {
  private static final int DAYS = 10;

  /** Input has just begun, so that these say nothing yet. */
  private static final int PASSED_OVER = 2;

  private static final SpikeRules ALL = new SpikeRules(SpikeRun.INTERVAL, 0.8, 1, 1, 1);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void incidentsOfASeriesGiveTheSpikesOfTheSeries(long seed) {
    long[] here = withStories(Chance.counts(1.2, DAYS, seed), 5, 8);
    long[] there = withStories(Chance.counts(0.3, DAYS, seed + 100), 6, 8);
    try (SpikeRun run =
        SpikeRun.start(ALL, new KeptStores(), SpikeRun.at(2 * DAYS * SpikeRun.PER_DAY))) {
      for (int interval = 0; interval < here.length; interval++) {
        run.see(interval, here[interval], post -> at(post, city(7, "Norvik", "NO")));
        run.see(interval, there[interval], post -> at(post, city(8, "Sundal", "NO")));
      }
      run.hum(here.length + 1, here.length + 2, post -> at(post, city(9, "Elsewhere", "SE")));

      assertThat(told(run, "7")).isNotEmpty().isEqualTo(spikes(here));
      assertThat(told(run, "8")).isNotEmpty().isEqualTo(spikes(there));
      long[] both =
          LongStream.range(0, here.length).map(i -> here[(int) i] + there[(int) i]).toArray();
      assertThat(told(run, "NO")).isEqualTo(spikes(both));
      assertThat(told(run, "")).isEqualTo(spikes(both));
    }
  }

  /** An hour of many posts at noon of each of these days, and both of the first intervals alive. */
  private static long[] withStories(long[] counts, int... days) {
    for (int day : days) {
      for (int i = 0; i < 12; i++) {
        counts[day * SpikeRun.PER_DAY + 144 + i] += 12 - i;
      }
    }
    for (int i = 0; i <= PASSED_OVER; i++) {
      counts[i] = Math.max(1, counts[i]);
    }
    return counts;
  }

  private static List<DetectedSpike> told(SpikeRun run, String place) {
    return run.told(place).stream().map(SeriesAndStreamTest::detected).toList();
  }

  private static DetectedSpike detected(Spike spike) {
    return new DetectedSpike(
        spike.getStartedAt().toEpochMilli(),
        spike.getCountedUntil().toEpochMilli(),
        spike.getEndedAt() != null,
        spike.getObserved(),
        spike.getExpected(),
        spike.getScore());
  }

  /** All that the detector says of a series, in order. */
  private static List<DetectedSpike> spikes(long[] counts) {
    SpikeDetector detector = new SpikeDetector(SpikeSettings.every(SpikeRun.INTERVAL));
    List<DetectedSpike> spikes = new ArrayList<>();
    for (int i = PASSED_OVER; i < counts.length; i++) {
      spikes.addAll(detector.observe(SpikeRun.at(i).toEpochMilli(), counts[i]));
    }
    return spikes;
  }
}

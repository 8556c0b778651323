// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.spikes;

import static io.postwatch.aggregate.spikes.Chance.PER_DAY;
import static io.postwatch.aggregate.spikes.Chance.PER_HOUR;
import static io.postwatch.aggregate.spikes.Chance.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpikeDetectorTest {
  private static final int DAY_20 = 20 * PER_DAY;

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.4, 3, 20, 200})
  void chanceAndTheHourOfTheDayRaiseFewerThanTheSettingAllows(double mean) {
    int alarms = 0;
    for (int seed = 0; seed < 5; seed++) {
      alarms += Chance.spikes(Chance.counts(mean, 56, seed)).size();
    }

    assertThat(alarms / (5 * 8.0)).isLessThan(0.8);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.4, 3, 20, 200})
  void aBurstIsFoundWhereItIsAndHowMuchItIsIsSaid(double mean) {
    long[] counts = Chance.counts(mean, 30, 7);
    long more = 10 + (long) (12 * mean);
    for (int i = DAY_20; i < DAY_20 + 6; i++) {
      counts[i] += more;
    }

    assertThat(Chance.spikes(counts))
        .filteredOn(spike -> spike.end() > at(DAY_20) && spike.start() < at(DAY_20 + PER_HOUR))
        .singleElement()
        .satisfies(
            spike -> {
              assertThat(spike.start()).isBetween(at(DAY_20 - PER_HOUR), at(DAY_20 + 1));
              assertThat(spike.end()).isBetween(at(DAY_20 + 5), at(DAY_20 + 2 * PER_HOUR));
              assertThat((double) spike.observed()).isGreaterThan(2 * spike.expected());
              assertThat(spike.score()).isGreaterThan(0.1);
              assertThat(spike.isOver()).isTrue();
            });
  }

  @Test
  void aSlowRiseThatNoSingleIntervalShowsIsFound() {
    long[] counts = Chance.counts(20, 30, 3);
    for (int i = DAY_20; i < DAY_20 + 3 * PER_HOUR; i++) {
      counts[i] = 3 * counts[i - 7 * PER_DAY] + 15;
    }

    assertThat(Chance.spikes(counts))
        .anySatisfy(
            spike -> assertThat(spike.start()).isBetween(at(DAY_20 - PER_HOUR), at(DAY_20 + 36)));
  }

  @Test
  void aSpikeIsToldWhenItBeginsAndWhenItIsOver() {
    long[] counts = new long[30 * PER_DAY];
    Arrays.fill(counts, 4);
    counts[DAY_20] = 90;
    SpikeDetector detector = Chance.detector();
    List<DetectedSpike> told = new ArrayList<>();
    List<Integer> when = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      for (DetectedSpike spike : detector.observe(at(i), counts[i])) {
        told.add(spike);
        when.add(i);
      }
    }

    assertThat(told.get(0).isOver()).isFalse();
    assertThat(told.get(0).start()).isEqualTo(at(DAY_20));
    assertThat(told.get(0).end()).isEqualTo(at(DAY_20 + 1));
    assertThat(told.get(0).observed()).isEqualTo(90);
    assertThat(when.get(0)).isEqualTo(DAY_20);
    DetectedSpike end = told.get(told.size() - 1);
    assertThat(end.isOver()).isTrue();
    assertThat(at(when.get(when.size() - 1)) - end.end())
        .isEqualTo(Duration.ofHours(12).toMillis());
    assertThat(told).filteredOn(DetectedSpike::isOver).hasSize(1);
    assertThat(detector.lasting()).isEmpty();
  }

  @Test
  void whatFlaresUpAgainTheSameEveningIsOneSpikeAndTheNextDayAnother() {
    long[] evening = new long[30 * PER_DAY];
    Arrays.fill(evening, 4);
    evening[DAY_20] = 200;
    evening[DAY_20 + 8 * PER_HOUR] = 200;
    long[] nextDay = evening.clone();
    nextDay[DAY_20 + 8 * PER_HOUR] = 4;
    nextDay[DAY_20 + 30 * PER_HOUR] = 900;

    assertThat(Chance.spikes(evening)).hasSize(1);
    assertThat(Chance.spikes(nextDay)).hasSize(2);
  }

  @Test
  void aLevelThatStaysIsOneSpikeThatEnds() {
    long[] counts = Chance.counts(20, 60, 5);
    for (int i = 30 * PER_DAY; i < counts.length; i++) {
      counts[i] *= 5;
    }

    List<DetectedSpike> after =
        Chance.spikes(counts).stream().filter(s -> s.start() >= at(30 * PER_DAY - 12)).toList();

    assertThat(after).isNotEmpty();
    assertThat(after.get(0).end()).isLessThan(at(37 * PER_DAY));
    assertThat(after).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void whereNothingIsEverPostedOnePostIsNoSpikeAndADozenIs() {
    long[] counts = new long[30 * PER_DAY];
    counts[DAY_20] = 1;
    counts[DAY_20 + 5 * PER_DAY] = 12;

    assertThat(Chance.spikes(counts))
        .singleElement()
        .satisfies(spike -> assertThat(spike.start()).isEqualTo(at(DAY_20 + 5 * PER_DAY)));
  }

  @Test
  void nothingIsASpikeBeforeTwoDaysWereSeen() {
    long[] counts = Chance.counts(5, 2, 1);
    counts[PER_DAY] = 5_000;

    assertThat(Chance.spikes(counts)).isEmpty();
  }

  @Test
  void intervalsThatAreMissingAreNotEmptyOnes() {
    long[] counts = Chance.counts(20, 40, 9);
    SpikeDetector detector = Chance.detector();
    List<DetectedSpike> spikes = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      boolean isMissing = i % 5 == 0 || (i > DAY_20 && i < DAY_20 + 8 * PER_DAY);
      if (!isMissing) {
        spikes.addAll(detector.observe(at(i), counts[i]));
      }
    }

    assertThat(spikes).filteredOn(DetectedSpike::isOver).hasSizeLessThan(4);
  }

  @Test
  void aSpikeEndsInAGapThatIsLongerThanTheCoolDown() {
    SpikeDetector detector = Chance.detector();
    for (int i = 0; i < DAY_20; i++) {
      detector.observe(at(i), 4);
    }
    detector.observe(at(DAY_20), 300);

    assertThat(detector.observe(at(DAY_20 + 2 * PER_DAY), 4))
        .singleElement()
        .satisfies(spike -> assertThat(spike.isOver()).isTrue())
        .satisfies(spike -> assertThat(spike.end()).isEqualTo(at(DAY_20 + 1)));
  }

  @Property(tries = 20)
  void aRestoredDetectorGoesOnAsIfItHadNeverStopped(
      @ForAll @IntRange(max = 15 * 288 - 1) int cut, @ForAll @LongRange(max = 50) long seed) {
    long[] counts = Chance.counts(3, 15, seed);
    counts[10 * PER_DAY] = 80;
    SpikeDetector first = Chance.detector();
    SpikeDetector second = first;
    for (int i = 0; i < counts.length; i++) {
      if (i == cut) {
        byte[] state = first.toBytes();
        assertThat(state).hasSize(SpikeDetector.BYTES);
        second = SpikeDetector.restore(settings(), state);
      }
      List<DetectedSpike> told = first.observe(at(i), counts[i]);
      if (second != first) {
        assertThat(second.observe(at(i), counts[i])).isEqualTo(told);
      }
    }
    assertThat(second.toBytes()).isEqualTo(first.toBytes());
  }

  @Property(tries = 50)
  void noCountsMakeAnythingButNumbers(
      @ForAll @Size(min = 700, max = 900) List<@LongRange(max = 999_999_999_999L) Long> counts) {
    SpikeDetector detector = Chance.detector();
    for (int i = 0; i < counts.size(); i++) {
      assertThat(detector.observe(at(i), counts.get(i)))
          .allSatisfy(
              spike -> {
                assertThat(spike.score()).isFinite();
                assertThat(spike.expected()).isFinite().isPositive();
                assertThat(spike.observed()).isNotNegative();
                assertThat(spike.start()).isLessThan(spike.end());
              });
    }
  }

  @Test
  void wrongInputIsRefusedWithWhatWasExpected() {
    SpikeDetector detector = Chance.detector();
    detector.observe(at(3), 1);

    assertThatThrownBy(() -> detector.observe(at(3), 1)).hasMessageContaining("expected 0 or more");
    assertThatThrownBy(() -> detector.observe(at(4), -1)).hasMessageContaining("count -1");
    assertThatThrownBy(() -> SpikeDetector.restore(settings(), new byte[5]))
        .hasMessageContaining("expected the state of a spike detector");
    assertThatThrownBy(() -> SpikeSettings.every(Duration.ofHours(2)))
        .hasMessage("intervals of 7200.0 s: expected from 1 s to 1 h");
  }

  private static SpikeSettings settings() {
    return SpikeSettings.every(Duration.ofMillis(Chance.INTERVAL_MS));
  }

  @Test
  void anIntervalThatIsAllButOverStandsOutAsMuchAsWhenItHasEnded() {
    long[] counts = Chance.counts(3, 20, 7);
    SpikeDetector detector = Chance.detector();
    for (int i = 0; i < counts.length; i++) {
      detector.observe(at(i), counts[i]);
    }
    SpikeDetector copy =
        SpikeDetector.restore(SpikeSettings.every(Duration.ofMinutes(5)), detector.toBytes());

    Standing standing = copy.standing(at(counts.length), 90, 1);
    DetectedSpike spike = detector.observe(at(counts.length), 90).get(0);

    assertThat(standing.score()).isEqualTo(spike.score());
    assertThat(standing.since()).isEqualTo(spike.start());
    assertThat(standing.counts()).hasSize(12).endsWith(90L);
    assertThat(standing.observed())
        .isEqualTo(90 + Arrays.stream(counts, counts.length - 11, counts.length).sum());
  }
}

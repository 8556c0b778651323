// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.spikes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputPulseTest {
  private static final long INTERVAL = Chance.INTERVAL_MS;

  private final InputPulse pulse = new InputPulse(SpikeRules.USUAL);

  @Test
  void theFirstTwoIntervalsSayNothingSinceInputHadJustBegun() {
    arrive(0, 6, 3);

    assertThat(seen(0, 5)).containsExactly(2, 3);
  }

  @Test
  void anIntervalEndsTenSecondsOfTheClockAfterItsEndAndTakesNoMoreThen() {
    List<Long> ended = new ArrayList<>();
    pulse.advance(at(0), ended::add);
    pulse.advance(at(1) + 9_999, ended::add);
    assertThat(ended).isEmpty();
    assertThat(pulse.arrived(at(0))).isEqualTo(at(0));

    pulse.advance(at(1) + 10_000, ended::add);
    assertThat(ended).containsExactly(at(0));
    assertThat(pulse.arrived(at(1) - 1)).isEqualTo(Long.MIN_VALUE);
    assertThat(pulse.arrived(at(1))).isEqualTo(at(1));
  }

  @Test
  void aShortSilenceOfASmallInputIsEmptyAndOneInALargeInputIsAStandstill() {
    arrive(0, 1_000, 1);
    arrive(1_010, 1_020, 1);
    assertThat(seen(1_000, 1_020)).hasSize(18);

    InputPulse large = new InputPulse(SpikeRules.USUAL);
    arrive(large, 0, 1_000, 40);
    arrive(large, 1_010, 1_020, 40);
    assertThat(seen(large, 1_000, 1_020)).containsExactly(1_012, 1_013, 1_014, 1_015, 1_016, 1_017);
  }

  @Test
  void aWeekOfSilenceIsPassedOverAtOnce() {
    arrive(0, 100, 2);
    List<Long> ended = new ArrayList<>();
    pulse.advance(at(0) + Duration.ofDays(20_000).toMillis(), ended::add);

    assertThat(ended).isEmpty();
    assertThat(seen(0, 100)).isEmpty();
  }

  @Test
  void aRestoredPulseGoesOnWhereItWas() {
    arrive(0, 300, 2);
    InputPulse restored = new InputPulse(SpikeRules.USUAL);
    assertThat(restored.restore(pulse.clockBytes(), pulse.historyBytes())).isTrue();
    arrive(300, 400, 2);
    arrive(restored, 300, 400, 2);

    assertThat(restored.clockBytes()).isEqualTo(pulse.clockBytes());
    assertThat(restored.historyBytes()).isEqualTo(pulse.historyBytes());
    assertThat(seen(restored, 0, 400)).isEqualTo(seen(0, 400));
  }

  private void arrive(int from, int until, int each) {
    arrive(pulse, from, until, each);
  }

  private static void arrive(InputPulse pulse, int from, int until, int each) {
    for (int interval = from; interval < until; interval++) {
      for (int i = 0; i < each; i++) {
        pulse.advance(at(interval) + i, ended -> {});
        pulse.arrived(at(interval) + i);
      }
    }
  }

  private List<Integer> seen(int from, int until) {
    return seen(pulse, from, until);
  }

  private static List<Integer> seen(InputPulse pulse, int from, int until) {
    List<Integer> seen = new ArrayList<>();
    pulse.forEachSeen(at(from), at(until), start -> seen.add((int) ((start - at(0)) / INTERVAL)));
    return seen;
  }

  private static long at(int interval) {
    return Chance.at(interval);
  }
}

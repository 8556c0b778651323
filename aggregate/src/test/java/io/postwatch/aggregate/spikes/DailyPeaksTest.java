// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.spikes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DailyPeaksTest {
  private static final long HOUR_MS = Duration.ofHours(1).toMillis();

  private final DailyPeaks peaks = new DailyPeaks(SpikeSettings.every(Duration.ofHours(1)));

  @Test
  void theRarityIsHowSeldomTheDaysBeforeShowAsMuch() {
    Random random = new Random(1);
    double mode = 0.8;
    double scale = 0.2;
    for (int day = 0; day < 300; day++) {
      double height = mode - scale * Math.log(-Math.log(random.nextDouble()));
      day(day, Math.pow(10, height) - 1);
    }

    for (double timesPerWeek : new double[] {1, 0.1, 0.01}) {
      double height = mode - scale * Math.log(timesPerWeek / 7);
      assertThat(peaks.rarity(Math.pow(10, height) - 1))
          .isCloseTo(-Math.log10(timesPerWeek), within(0.35));
    }
  }

  @Test
  void whatIsRareInAQuietSeriesIsUsualInARestlessOne() {
    DailyPeaks restless = new DailyPeaks(SpikeSettings.every(Duration.ofHours(1)));
    for (int day = 0; day < 20; day++) {
      day(day, 2);
      for (int hour = 0; hour < 24; hour++) {
        restless.learn((day * 24L + hour) * HOUR_MS, day % 3 == 0 ? 60 : 5);
      }
    }

    assertThat(peaks.rarity(20)).isGreaterThan(2);
    assertThat(restless.rarity(20)).isLessThan(0);
  }

  @Test
  void aDayOfWhichLessThanHalfWasSeenIsNotLearned() {
    double before = peaks.rarity(10);
    for (int day = 0; day < 20; day++) {
      for (int hour = 0; hour < 11; hour++) {
        peaks.learn((day * 24L + hour) * HOUR_MS, 100);
      }
    }

    assertThat(peaks.rarity(10)).isEqualTo(before);
  }

  private void day(int day, double highest) {
    for (int hour = 0; hour < 24; hour++) {
      peaks.learn((day * 24L + hour) * HOUR_MS, hour == 12 ? highest : 0);
    }
  }
}

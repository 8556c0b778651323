// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postwatch.aggregate.counting.CountKey;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
  private static final CountKey EVERYWHERE = count("");
  private static final CountKey TOWN = count("42");

  private final Arrivals arrivals = new Arrivals();

  @Test
  void waitUntilAnUpdateHasAsManySightingsAsHadArrived() {
    arrivals.arrived(List.of(EVERYWHERE), 10, true);
    arrivals.arrived(List.of(EVERYWHERE), 20, true);
    arrivals.arrived(List.of(EVERYWHERE), 30, true);

    arrivals.published(EVERYWHERE, 2, 100);
    arrivals.published(EVERYWHERE, 2, 150);

    assertThat(arrivals.waits()).extracting(Arrivals.Wait::busiest).containsExactly(90L, 80L);
    assertThat(arrivals.open()).isEqualTo(1);
  }

  @Test
  void waitForTheFirstForTheBusiestAndForAllOfTheirCounts() {
    CountKey country = count("AA");
    arrivals.arrived(List.of(EVERYWHERE, country, TOWN), 10, true);

    arrivals.published(TOWN, 1, 30);
    arrivals.published(EVERYWHERE, 1, 50);
    assertThat(arrivals.waits()).isEmpty();
    arrivals.published(country, 1, 90);

    assertThat(arrivals.waits()).containsExactly(new Arrivals.Wait(20, 40, 80));
  }

  @Test
  void countInAWarmUpWithoutBeingMeasured() {
    arrivals.arrived(List.of(EVERYWHERE), 10, false);
    arrivals.arrived(List.of(EVERYWHERE), 20, true);

    arrivals.published(EVERYWHERE, 1, 50);
    assertThat(arrivals.waits()).isEmpty();
    arrivals.published(EVERYWHERE, 2, 60);

    assertThat(arrivals.waits()).containsExactly(new Arrivals.Wait(40, 40, 40));
  }

  @Test
  void refuseCountsOfWhatHasNotArrived() {
    arrivals.arrived(List.of(EVERYWHERE), 10, true);

    assertThatThrownBy(() -> arrivals.published(EVERYWHERE, 2, 20))
        .isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> arrivals.published(TOWN, 1, 20))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static CountKey count(String place) {
    return new CountKey(Clock.SEEN, CountKey.NO_LIST, "flood", place, 0, WindowSize.MINUTE);
  }
}

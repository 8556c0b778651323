// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.aggregate.counting.CountKey;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Clock;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentPlace;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeenCountsTest {
  private static final Instant ARRIVAL = Instant.parse("2031-05-06T12:34:56Z");

  @Test
  void beginWithItsTopicAndMinuteAtAllPlaces() {
    Incident incident = new InventedIncidents(7, 1_000).at(ARRIVAL);

    List<CountKey> counts = SeenCounts.of(incident);

    assertThat(counts.get(0))
        .isEqualTo(
            new CountKey(
                Clock.SEEN,
                CountKey.NO_LIST,
                incident.getTopic(),
                "",
                Instant.parse("2031-05-06T12:34:00Z").toEpochMilli(),
                WindowSize.MINUTE));
  }

  @Test
  void areThoseOfThreeWindowsAtAllPlacesInItsCountryAndAtItsPlace() {
    IncidentPlace town =
        IncidentPlace.newBuilder()
            .setCountry("AA")
            .setGeonameId(42L)
            .setName("Invented Town")
            .setKind("CITY")
            .build();
    Incident incident =
        Incident.newBuilder(new InventedIncidents(7, 1_000).at(ARRIVAL)).setPlace(town).build();

    List<CountKey> counts = SeenCounts.of(incident);

    assertThat(counts).hasSize(9).doesNotHaveDuplicates();
    assertThat(counts)
        .extracting(CountKey::place)
        .containsExactly("", "AA", "42", "", "AA", "42", "", "AA", "42");
  }
}

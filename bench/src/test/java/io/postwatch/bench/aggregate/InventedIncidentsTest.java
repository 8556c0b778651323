// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.schema.Incident;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InventedIncidentsTest {
  private static final Instant START = Instant.parse("2031-05-06T12:00:00Z");

  @Test
  void areTheSameForTheSameSeed() {
    assertThat(incidents(1, 1_000)).isEqualTo(incidents(1, 1_000));
    assertThat(incidents(1, 1_000)).isNotEqualTo(incidents(2, 1_000));
  }

  @Test
  void showAPostOneAndAThirdTimes() {
    List<Incident> incidents = incidents(7, 20_000);

    long posts = incidents.stream().map(Incident::getPostKey).distinct().count();

    assertThat((double) incidents.size() / posts).isBetween(1.27, 1.33);
  }

  @Test
  void arriveInOrderAtThePaceAskedFor() {
    List<Incident> incidents = incidents(7, 20_000);

    assertThat(incidents).extracting(Incident::getIngestedAt).isSorted();
    assertThat(incidents.get(incidents.size() - 1).getIngestedAt())
        .isBetween(START.plusSeconds(190), START.plusSeconds(210));
  }

  @Test
  void areWrittenBeforeTheyArrive() {
    assertThat(incidents(7, 1_000))
        .allMatch(incident -> incident.getPostedAt().isBefore(incident.getIngestedAt()));
  }

  private static List<Incident> incidents(long seed, int number) {
    InventedIncidents invented = new InventedIncidents(seed, 100);
    return Stream.generate(() -> invented.next(START)).limit(number).toList();
  }
}

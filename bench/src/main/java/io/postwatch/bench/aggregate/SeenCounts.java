// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.aggregate;

import io.postwatch.aggregate.AggregateConfig;
import io.postwatch.aggregate.counting.CountKey;
import io.postwatch.aggregate.counting.PlaceRollUp;
import io.postwatch.aggregate.windows.WindowSize;
import io.postwatch.schema.Clock;
import io.postwatch.schema.Incident;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** In which counts by the SEEN clock an incident is. */
final class SeenCounts {
  private SeenCounts() {}

  /** That of its topic and minute at all places comes first. */
  static List<CountKey> of(Incident incident) {
    List<CountKey> counts = new ArrayList<>();
    long seenAt = incident.getIngestedAt().toEpochMilli();
    for (WindowSize size : AggregateConfig.DEFAULT_WINDOWS) {
      for (PlaceRollUp place : PlaceRollUp.of(Optional.ofNullable(incident.getPlace()))) {
        counts.add(
            new CountKey(
                Clock.SEEN,
                CountKey.NO_LIST,
                incident.getTopic(),
                place.place(),
                size.startOf(seenAt),
                size));
      }
    }
    return counts;
  }
}

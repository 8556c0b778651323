// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate;

import static io.postwatch.aggregate.Incidents.at;
import static io.postwatch.aggregate.Incidents.city;
import static io.postwatch.aggregate.Incidents.incident;
import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.aggregate.spikes.SpikeRules;
import io.postwatch.aggregate.view.View;
import io.postwatch.aggregate.windows.WindowSize;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class AggregateTopologyTest {
  private static final CountingRules RULES = Rules.live(WindowSize.MINUTE);

  /** Names of nodes and stores are in the names of changelogs: a change loses a running state. */
  @Test
  void theTopologyIsTheOneThatRunningInstancesHave() throws IOException {
    try (View view = ViewRun.view()) {
      String topology =
          AggregateTopology.build(
                  RULES,
                  Optional.of(SpikeRules.USUAL),
                  AggregateRun.SERDES,
                  new WindowClosing(),
                  Optional.of(view))
              .describe()
              .toString();

      assertThat(topology).isEqualTo(golden());
    }
  }

  @Test
  void countsAndClosesOnRocksDbAsInMemory() {
    try (AggregateRun run = AggregateRun.of(RULES, Stores::persistentKeyValueStore)) {
      run.see(at(incident("1", "a"), city(7, "Norvik", "NO")), incident("2", "b"));
      run.see(incident("1", "a"), incident("1", "c"));
      run.pass(Duration.ofHours(7));

      assertThat(run.table()).hasSize(3);
      assertThat(run.table().values()).allMatch(count -> count.getStatus().name().equals("FINAL"));
      assertThat(run.count("", "1m").getSightings()).isEqualTo(3);

      run.pass(Duration.ofDays(8));
      run.see(incident("3", "a"));
      assertThat(run.late()).hasSize(1);
    }
  }

  private static String golden() throws IOException {
    try (InputStream file = AggregateTopologyTest.class.getResourceAsStream("topology.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

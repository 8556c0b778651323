// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpikesCommandIT {
  private static final Instant MONDAY = Instant.parse("2025-01-06T00:00:00Z");
  private static final Duration INTERVAL = Duration.ofMinutes(10);
  private static final int BURST = 10 * 144;

  @TempDir Path directory;

  @Test
  void aSpikeIsOneObjectWithTheFieldsOfTheContract() throws Exception {
    PostwatchProcess.Result result = PostwatchProcess.run("spikes", "--json", "--series", series());

    assertThat(result.status()).as(result.err()).isZero();
    JsonNode spike = result.json().get(0);
    assertThat(result.json()).hasSize(1);
    assertThat(spike.fieldNames())
        .toIterable()
        .containsExactly("start", "end", "observed", "expected", "score", "isOver");
    assertThat(spike.get("start").asText()).isEqualTo("2025-01-16T00:00:00Z");
    assertThat(Instant.parse(spike.get("end").asText()))
        .isBetween(Instant.parse("2025-01-16T00:20:00Z"), Instant.parse("2025-01-16T03:00:00Z"));
    assertThat(spike.get("observed").asLong()).isGreaterThanOrEqualTo(140);
    assertThat(spike.get("expected").asDouble()).isBetween(2.0, 60.0);
    assertThat(spike.get("score").asDouble()).isPositive();
  }

  @Test
  void forPeopleItIsATable() throws Exception {
    PostwatchProcess.Result result = PostwatchProcess.run("spikes", "--series", series());

    assertThat(result.out().lines())
        .hasSize(2)
        .first()
        .asString()
        .matches("START \\(UTC\\) +END +OBSERVED +EXPECTED +SCORE");
    assertThat(result.out()).contains("2025-01-16T00:00:00Z");
  }

  @Test
  void whatCannotBeReadIsOneLine() throws Exception {
    Path bad = Files.writeString(directory.resolve("bad.csv"), "when,what\n2025-01-01,1\n");

    assertThat(PostwatchProcess.run("spikes", "--series", directory.resolve("none.csv")))
        .satisfies(result -> assertThat(result.status()).isEqualTo(1))
        .satisfies(
            result -> assertThat(result.err()).hasLineCount(1).contains("none.csv: no such"));
    assertThat(PostwatchProcess.run("spikes", "--series", bad))
        .satisfies(result -> assertThat(result.status()).isEqualTo(1))
        .satisfies(
            result ->
                assertThat(result.err())
                    .contains("bad.csv, line 1: timestamp \"when\"", "expected at least 2"));
  }

  @Test
  void wrongUsageIsOneLineThatSaysWhatWasExpected() throws Exception {
    assertThat(PostwatchProcess.run("spikes"))
        .satisfies(result -> assertThat(result.status()).isEqualTo(2))
        .satisfies(result -> assertThat(result.err()).contains("--bootstrap-servers"));
    assertThat(PostwatchProcess.run("spikes", "--follow", "--series", series()))
        .satisfies(result -> assertThat(result.status()).isEqualTo(2))
        .satisfies(result -> assertThat(result.err()).contains("it has no --follow"));
    assertThat(PostwatchProcess.run("spikes", "--interval", "5m"))
        .satisfies(result -> assertThat(result.status()).isEqualTo(2))
        .satisfies(result -> assertThat(result.err()).contains("--series, which is missing"));
  }

  private Path series() throws Exception {
    StringBuilder rows = new StringBuilder("timestamp,value\n");
    for (int i = 0; i < 14 * 144; i++) {
      int count = i == BURST || i == BURST + 1 ? 70 : i % 3;
      rows.append(MONDAY.plus(INTERVAL.multipliedBy(i))).append(',').append(count).append('\n');
    }
    return Files.writeString(directory.resolve("series.csv"), rows);
  }
}

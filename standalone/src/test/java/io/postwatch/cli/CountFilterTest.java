// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.schema.Clock;
import io.postwatch.schema.CountStatus;
import io.postwatch.schema.IncidentCount;
import io.postwatch.schema.IncidentCountKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CountFilterTest {
  private static final Instant START = Instant.parse("2026-04-16T20:00:00Z");

  @Test
  void withoutOptionsAllIsAskedFor() {
    assertThat(asks("protest", "CL", "Chile")).isTrue();
    assertThat(asks("protest", "", null)).isTrue();
  }

  @Test
  void topicsAreAskedForById() {
    assertThat(asks("protest", "", null, "--topic", "strike", "--topic", "protest")).isTrue();
    assertThat(asks("flood", "", null, "--topic", "strike", "--topic", "protest")).isFalse();
  }

  @Test
  void placesAreAskedForByCodeIdNameOrAll() {
    assertThat(asks("protest", "CL", "Chile", "--place", "cl")).isTrue();
    assertThat(asks("protest", "CL", "Chile", "--place", "chile")).isTrue();
    assertThat(asks("protest", "3871336", "Santiago", "--place", "3871336")).isTrue();
    assertThat(asks("protest", "3871336", "Santiago", "--place", "CL")).isFalse();
    assertThat(asks("protest", "", null, "--place", "CL")).isFalse();
    assertThat(asks("protest", "", null, "--place", "CL", "--place", "all")).isTrue();
    assertThat(asks("protest", "PE", null, "--place", "null")).isFalse();
  }

  @Test
  void timesAreAskedForByWhatWindowsHold() {
    assertThat(asks("protest", "", null, "--at", "2026-04-16T20:59")).isTrue();
    assertThat(asks("protest", "", null, "--at", "2026-04-16T21:00")).isFalse();
    assertThat(asks("protest", "", null, "--at", "2026-04-16")).isTrue();
  }

  @Test
  void aStatusIsReadInAnyCase() {
    CountFilter filter = filter("--status", "final", "--status", "Corrected");

    assertThat(filter.hasStatus(count(CountStatus.FINAL, null))).isTrue();
    assertThat(filter.hasStatus(count(CountStatus.CORRECTED, null))).isTrue();
    assertThat(filter.hasStatus(count(CountStatus.PROVISIONAL, null))).isFalse();
  }

  private static boolean asks(String topic, String place, String name, String... options) {
    long hour = Duration.ofHours(1).toMillis();
    return filter(options)
        .asksFor(
            new IncidentCountKey(Clock.POSTED, topic, place, START, hour),
            count(CountStatus.FINAL, name));
  }

  private static CountFilter filter(String... options) {
    return CommandLine.populateCommand(new CountFilter(), options);
  }

  private static IncidentCount count(CountStatus status, String placeName) {
    return new IncidentCount(
        1L,
        1L,
        1L,
        1L,
        List.of(),
        status,
        placeName,
        List.of(),
        Instant.EPOCH,
        1L,
        false,
        false,
        false);
  }
}
